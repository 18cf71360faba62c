import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { readDemoClips } from '../../src/domain/directory/demo-clips.ts';
import { createMedia, type Media } from '../../src/engine/ffmpeg/media.ts';

const projectRoot = join(import.meta.dirname, '../..');
let media: Media;

beforeAll(async () => {
  const searchPath = (process.env.PATH ?? '').split(':');
  media = await createMedia({
    ffmpegPath: undefined,
    ffprobePath: undefined,
    searchPath,
    projectRoot,
    sandbox: 'auto',
  });
});

/** Decodes every frame; gives what FFmpeg complained of and the pauses in the sound ([from, to] in seconds). */
async function listen(file: string): Promise<{ complaints: string[]; pauses: [number, number][]; frames: number }> {
  const lines: string[] = [];
  let frames = 0;
  await media.runner.ffmpeg({
    // -34 dB lies between the voices and the room's tone; the shortest pause of the script is 0.32 s.
    tokens: [
      ['-v', 'info', '-xerror', '-i', file],
      ['-af', 'silencedetect=noise=-34dB:duration=0.25'],
      ['-f', 'null', '-'],
    ],
    reads: [file],
    onLine: (line) => lines.push(line),
    onProgress: (progress) => {
      frames = Math.max(frames, progress.frame);
    },
  });
  const times = (word: string) =>
    lines.flatMap((line) => [...line.matchAll(new RegExp(`${word}: ([\\d.]+)`, 'g'))].map((hit) => Number(hit[1])));
  const ends = times('silence_end');
  return {
    complaints: lines.filter((line) => /error|invalid|corrupt|missing/i.test(line)),
    pauses: times('silence_start').map((from, at) => [from, ends[at] ?? Number.POSITIVE_INFINITY]),
    frames,
  };
}

it.each(readDemoClips(join(projectRoot, 'presets')))(
  '$id decodes whole and speaks where its cues say',
  async (clip) => {
    const { complaints, pauses, frames } = await listen(clip.file);
    expect(complaints).toEqual([]);
    expect(frames).toBeGreaterThanOrEqual(250);
    const gaps = clip.cues.slice(1).map(([start], at) => [clip.cues[at]?.[1] ?? 0, start] as const);
    for (const [from, to] of gaps) {
      const middle = (from + to) / 2;
      expect(
        pauses.some((pause) => pause[0] < middle && middle < pause[1]),
        `a pause at ${middle}`,
      ).toBe(true);
    }
    const silent = pauses.reduce((sum, [from, to]) => sum + Math.min(to, clip.cues.at(-1)?.[1] ?? 0) - from, 0);
    expect(silent).toBeLessThan(0.45 * (clip.cues.at(-1)?.[1] ?? 0));
  },
);
