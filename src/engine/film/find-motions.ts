import { readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { flattenTokens, type MediaRunner, type Token } from '../ffmpeg/run-order.ts';
import { clipInput } from './film-tokens.ts';
import { type Chain, filter, formatGraph, safePath } from './filter-graph.ts';
import { enlargeMotions, isWordy } from './motion-file.ts';
import type { PlannedShot, RenderPlan } from './plan-film.ts';
import { pictureClock } from './shot-graph.ts';

export interface MotionParts {
  readonly runner: MediaRunner;
  readonly signal?: AbortSignal | undefined;
}

/** The first pass of each shot that is to be steadied: its motions are written where the plan says. */
export async function findMotions({ shots }: Pick<RenderPlan, 'shots'>, parts: MotionParts): Promise<void> {
  for (const shot of shots) {
    const file = shot.helps.motionFile;
    if (!file) continue;
    const size = motionSize(shot);
    await detect(shot, { file, more: {} }, parts);
    let text = await readFile(file, 'latin1');
    if (!isWordy(text)) {
      await detect(shot, { file, more: { fileformat: 'ascii' } }, parts);
      text = await readFile(file, 'latin1');
    }
    await writeFile(file, enlargeMotions(text, shot.fit.scale.width / size.width));
  }
}

interface Detection {
  readonly file: string;
  readonly more: Readonly<Record<string, string>>;
}

async function detect(shot: PlannedShot, detection: Detection, { runner, signal }: MotionParts): Promise<void> {
  await runner.ffmpeg({
    tokens: motionTokens(shot, detection),
    reads: [shot.source.path],
    writes: dirname(detection.file),
    signal,
  });
}

/** Sees how the picture moves, on the very pictures that the film will have, small. */
export function motionTokens(shot: PlannedShot, { file, more }: Detection): Token[] {
  const { width, height } = motionSize(shot);
  const chain: Chain = {
    from: [`0:${shot.source.videoStreamIndex}`],
    filters: [
      ...pictureClock(shot),
      filter('scale', { w: width, h: height, flags: 'area' }),
      filter('format', { pix_fmts: 'yuv420p' }),
      // A hand's shake between two pictures is a twentieth of the width at most; finer than every pixel is not looked for.
      filter('vidstabdetect', { result: safePath(file), shakiness: 6, accuracy: 12, ...more }),
    ],
    to: ['moved'],
  };
  return [
    flattenTokens(clipInput(shot)),
    ['-filter_complex', formatGraph([chain]), '-map', '[moved]', '-f', 'null', '-'],
  ];
}

// At 640 px it costs a seventh of full size, and the way is found as well.
const LONG_SIDE = 640;

/** In the proportions of the scaled picture, never larger than it. */
function motionSize({ fit: { scale } }: PlannedShot): { width: number; height: number } {
  const share = Math.min(1, LONG_SIDE / Math.max(scale.width, scale.height));
  const even = (side: number) => 2 * Math.round((side * share) / 2);
  return { width: even(scale.width), height: even(scale.height) };
}
