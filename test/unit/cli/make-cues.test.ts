import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { tellCaptions } from '../../../src/cli/make-cues.ts';
import type { MakeWish } from '../../../src/cli/make-wish.ts';
import { type Look, readLook } from '../../../src/engine/graphics/look.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { clip, presetsNamed, shot } from '../film/films.ts';

const CAPTIONS = '1\n00:00:01,000 --> 00:00:03,000\nपहले छत टपकती थी\n';
let look: Look;
beforeAll(async () => {
  look = await readLook(join(import.meta.dirname, '../../../watermarks/sober'));
});

async function told(from: number, to: number) {
  const wish = { captions: new TextEncoder().encode(CAPTIONS) } as unknown as MakeWish;
  const shots = [{ shot: shot(clip(), from, to), clipStart: frames(0), voice: [] }];
  const { cues, warnings } = tellCaptions(wish, {
    ...{ shots, look, endCardFrom: frames(to - from) },
    presets: await presetsNamed('web'),
  });
  return { cues: cues.length, codes: warnings.map(({ code }) => code) };
}

describe('captions of a file', () => {
  it('that stand in the chosen part are in the film', async () => {
    expect(await told(0, 200)).toEqual({ cues: 1, codes: [] });
  });

  it('that all belong to another part are missed with a sentence, not in silence', async () => {
    expect(await told(250, 450)).toEqual({ cues: 0, codes: ['film.captions-elsewhere'] });
  });
});
