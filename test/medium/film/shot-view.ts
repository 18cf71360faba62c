import { spawnSync } from 'node:child_process';
import { gateFilm } from '../../../src/engine/ffmpeg/gate.ts';
import type { Media } from '../../../src/engine/ffmpeg/media.ts';
import { flattenTokens } from '../../../src/engine/ffmpeg/run-order.ts';
import { describeSource } from '../../../src/engine/film/describe-source.ts';
import type { ShotSource } from '../../../src/engine/film/film-order.ts';
import { filmCommand } from '../../../src/engine/film/film-tokens.ts';
import { formatGraph } from '../../../src/engine/film/filter-graph.ts';
import { planFilm } from '../../../src/engine/film/plan-film.ts';
import { shotChains } from '../../../src/engine/film/shot-graph.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { layers, presetsNamed, shot } from '../../unit/film/films.ts';

export async function sourceOf(media: Media, path: string): Promise<ShotSource> {
  const { facts, refusal } = await gateFilm(media.runner, path, 'clip');
  // What is too short for a spot is looked at all the same.
  if (!facts || (refusal && refusal.code !== 'film.short')) throw new Error(refusal?.tech);
  return describeSource(media.runner, { path, sha256: path, facts });
}

// A twentieth of the canvas: patches keep their colour, and a film is a few hundred kB.
const WIDTH = 96;
const HEIGHT = 54;

export interface ShotView {
  readonly frames: number;
  /** Mean colour (0–255) of a box of one frame, on a 1920 × 1080 canvas. */
  colour(frame: number, box: { x: number; y: number; width: number; height: number }): number[];
}

/** One shot as it enters the film, before anything is drawn on it. */
export async function viewShot(source: ShotSource, from: number, to: number): Promise<ShotView> {
  const graphics = { ...layers, layers: [] };
  const presets = await presetsNamed('web');
  const input = { lengthFrames: frames(to - from), shots: [shot(source, from, to)], graphics, captions: undefined };
  const plan = planFilm({ ...input, presets });
  const [planned] = plan.shots;
  if (!planned) throw new Error('no shot');
  const small = `[shot0]scale=${WIDTH}:${HEIGHT}:flags=area:in_color_matrix=bt709:in_range=tv,format=rgb24[seen]`;
  const graph = `${formatGraph(shotChains(planned, 0, `0:${source.videoStreamIndex}`))};${small}`;
  const words = ['-nostdin', '-v', 'error', ...filmCommand(plan, []).clips.flatMap((clip) => flattenTokens(clip))];
  // A second input: FFmpeg 5.1 hands the matrix of a graph's only input on to the output, as a real film never is.
  const rest = ['-f', 'lavfi', '-i', 'color=s=16x16:d=0.04', '-filter_complex', `[1:0]nullsink;${graph}`];
  const out = ['-map', '[seen]', '-fps_mode', 'passthrough', '-f', 'rawvideo', '-'];
  const done = spawnSync('ffmpeg', [...words, ...rest, ...out], { maxBuffer: 2 ** 28 });
  if (done.status !== 0) throw new Error(String(done.stderr));
  return {
    frames: done.stdout.length / (WIDTH * HEIGHT * 3),
    colour: (frame, box) => meanOf(done.stdout.subarray(frame * WIDTH * HEIGHT * 3), box),
  };
}

function meanOf(picture: Buffer, { x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  const sums = [0, 0, 0];
  let count = 0;
  for (let row = Math.ceil(y / 20); row < (y + height) / 20; row += 1)
    for (let column = Math.ceil(x / 20); column < (x + width) / 20; column += 1) {
      for (const part of [0, 1, 2]) sums[part] = (sums[part] ?? 0) + (picture[(row * WIDTH + column) * 3 + part] ?? 0);
      count += 1;
    }
  return sums.map((sum) => Math.round(sum / count));
}
