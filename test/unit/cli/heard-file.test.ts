import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Hearing, hearClips } from '../../../src/cli/hear-clips.ts';
import { heardFile, keepHeard, recallHeard } from '../../../src/cli/heard-file.ts';
import { hashFile } from '../../../src/engine/film/publish-file.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { clip } from '../film/films.ts';

const folder = mkdtempSync(join(tmpdir(), 'prerna-heard-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const face = {
  box: { x: 0.1, y: 0.2, width: 0.3, height: 0.4 },
  mouthLine: 0.5,
  eyesOpen: 0.3,
  lipsApart: 0,
  turned: -0.25,
  score: 0.9,
};
const told = {
  clip: {
    source: clip(),
    clipFrames: frames(300),
    speech: [{ fromFrame: 3, toFrame: 90 }],
    sight: {
      poor: [{ fromFrame: 0, toFrame: 10, why: 'shaky' as const }],
      looks: [{ atFrame: 25, detail: 0.123456789, face, others: [{ ...face, score: 0.7 }] }],
      needs: ['cleaner' as const],
      measured: { light: 100.5, highlight: 200, bright: 0, noise: 3.3 },
    },
  },
  voice: [{ fromSeconds: 0.12, toSeconds: 3.6 }],
  warnings: [{ code: 'film.silent', user: 'clip.warn.silent' }],
};

describe('what was heard of a clip', () => {
  it('comes back from the disk as it was kept, for the clip wherever it lies now', () => {
    const kept = keepHeard(told);
    const read = heardFile.parse(JSON.parse(JSON.stringify(kept)));
    const again = recallHeard(read, '/elsewhere/clip.mp4');
    expect(again).toEqual(recallHeard(kept, '/elsewhere/clip.mp4'));
    expect(again).toMatchObject({ voice: told.voice, clip: { ...told.clip, source: { path: '/elsewhere/clip.mp4' } } });
  });

  it('is not heard again: no program is asked', async () => {
    const path = join(folder, 'clip.mp4');
    writeFileSync(path, 'the very bytes');
    const sha256 = await hashFile(path);
    const kept = keepHeard({ ...told, clip: { ...told.clip, source: { ...told.clip.source, sha256 } } });
    const nobody = {
      runner: undefined as never,
      modelsFolder: join(folder, 'none'),
      signal: new AbortController().signal,
    } satisfies Omit<Hearing, 'known'>;
    const heard = await hearClips([path], { ...nobody, known: new Map([[sha256, kept]]) });
    expect(heard).toMatchObject({ clips: [{ clipFrames: 300, source: { path, sha256 } }], voices: [told.voice] });
    expect(heard.heard).toEqual({ [sha256]: kept });
    await expect(hearClips([path], { ...nobody, known: new Map() })).rejects.toThrow();
  });
});
