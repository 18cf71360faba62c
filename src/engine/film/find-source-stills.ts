import { FRAME_RATE } from '../../kernel/frames.ts';
import { guardedInput } from '../ffmpeg/film-input.ts';
import type { MediaRunner } from '../ffmpeg/run-order.ts';
import type { Stretch } from '../qc/film-measurement.ts';
import { LUMA_RASTER, pictureCutter } from '../qc/luma-frames.ts';
import { StillFinder } from '../qc/still-pictures.ts';
import type { Shot } from './film-order.ts';
import { type Chain, filter, formatGraph } from './filter-graph.ts';

/**
 * Where nothing moves in the clips themselves, in seconds of the film: a decoding of its own, by the measure that judges
 * finished films, with nothing of the film's graph. What the film holds beyond a clip's last picture is not in it.
 */
export async function findSourceStills(
  shots: readonly Shot[],
  parts: { readonly runner: MediaRunner; readonly signal?: AbortSignal | undefined },
): Promise<Stretch[]> {
  const stills: Stretch[] = [];
  let at = 0;
  for (const shot of shots) {
    const { found, frames } = await lookForStills(shot, parts);
    const shift = at / FRAME_RATE;
    for (const { startSeconds, endSeconds = frames / FRAME_RATE } of found)
      stills.push({ startSeconds: startSeconds + shift, endSeconds: endSeconds + shift });
    at += shot.toFrame - shot.fromFrame;
  }
  return stills;
}

async function lookForStills(
  { source, fromFrame, toFrame }: Shot,
  { runner, signal }: { readonly runner: MediaRunner; readonly signal?: AbortSignal | undefined },
): Promise<{ found: Stretch[]; frames: number }> {
  const finder = new StillFinder();
  let frames = 0;
  const take = pictureCutter((luma) => {
    finder.take(luma);
    frames += 1;
  });
  const length = toFrame - fromFrame;
  const seconds = (count: number) => (count / FRAME_RATE).toFixed(2);
  const window = ['-ss', seconds(fromFrame), '-t', seconds(length + 5)];
  await runner.ffmpeg({
    tokens: [
      ...guardedInput(source, ['-noautorotate', ...window]),
      ['-filter_complex', formatGraph([littlePictures(source.videoStreamIndex, length)])],
      ['-map', '[little]', '-f', 'rawvideo'],
    ],
    reads: [source.path],
    onBytes: take,
    signal,
  });
  return { found: finder.stretches, frames };
}

function littlePictures(streamIndex: number, length: number): Chain {
  const { width, height } = LUMA_RASTER;
  return {
    from: [`0:${streamIndex}`],
    filters: [
      filter('fps', { fps: FRAME_RATE, start_time: 0 }),
      filter('scale', { w: width, h: height, flags: 'area' }),
      filter('trim', { end_frame: length }),
      filter('format', { pix_fmts: 'yuv444p' }),
      filter('extractplanes', { planes: 'y' }),
    ],
    to: ['little'],
  };
}
