import { guardedInput } from '../ffmpeg/film-input.ts';
import type { MediaRunner } from '../ffmpeg/run-order.ts';
import { filter, formatGraph } from '../film/filter-graph.ts';
import { measureNoise, type PicturePair } from './measure-noise.ts';

/** A clip's own picture, as it was recorded: a proxy's encoder has taken the noise out. */
export interface NoiseSource {
  readonly path: string;
  readonly demuxer: string;
  /** Index among all streams of the file. */
  readonly streamIndex: number;
  readonly width: number;
  readonly height: number;
  readonly durationSeconds: number;
}

interface Sampling {
  readonly runner: MediaRunner;
  readonly signal?: AbortSignal | undefined;
}

const MOMENTS = 4;
// The middle of a picture, not made smaller: scaling would take the noise out.
const LONGEST_SIDE = 640;

/** The clip's noise: the median over some moments of it; undefined where none of them tells. Rejects with FfmpegError. */
export async function sampleNoise(source: NoiseSource, sampling: Sampling): Promise<number | undefined> {
  const found: number[] = [];
  for (let index = 0; index < MOMENTS; index++) {
    const pair = await readPair(source, (source.durationSeconds * (index + 0.5)) / MOMENTS, sampling);
    const noise = pair && measureNoise(pair);
    if (noise !== undefined) found.push(noise);
  }
  const median = found.toSorted((a, b) => a - b)[Math.floor(found.length / 2)];
  return median === undefined ? undefined : Math.round(median * 100) / 100;
}

/** undefined where the film ends before. */
async function readPair(
  { path, demuxer, streamIndex, ...whole }: NoiseSource,
  atSeconds: number,
  { runner, signal }: Sampling,
): Promise<PicturePair | undefined> {
  const [width, height] = [Math.min(LONGEST_SIDE, whole.width), Math.min(LONGEST_SIDE, whole.height)];
  const filters = [
    filter('crop', { w: width, h: height }),
    // Gray formats are taken for full range and stretched: the plane itself is what was recorded.
    filter('format', { pix_fmts: 'yuv444p' }),
    filter('extractplanes', { planes: 'y' }),
  ];
  const chunks: Uint8Array[] = [];
  await runner.ffmpeg({
    tokens: [
      ...guardedInput({ path, demuxer }, ['-noautorotate', '-an', '-ss', atSeconds.toFixed(2)]),
      ['-filter_complex', formatGraph([{ from: [`0:${streamIndex}`], filters, to: ['noise'] }])],
      // Two that were recorded: an even rate would show the first one twice.
      ['-map', '[noise]', '-frames:v', '2', '-fps_mode', 'passthrough', '-f', 'rawvideo'],
    ],
    reads: [path],
    onBytes: (chunk) => void chunks.push(chunk),
    signal,
  });
  const bytes = Buffer.concat(chunks);
  const size = width * height;
  if (bytes.length < 2 * size) return undefined;
  const picture = (from: number) => ({ width, height, values: new Uint8Array(bytes.subarray(from, from + size)) });
  return { first: picture(0), second: picture(size) };
}
