import { FRAME_RATE } from '../../kernel/frames.ts';
import { guardedInput } from '../ffmpeg/film-input.ts';
import type { MediaRunner } from '../ffmpeg/run-order.ts';
import type { Stretch } from '../qc/film-measurement.ts';
import { LUMA_RASTER, pictureCutter } from '../qc/luma-frames.ts';
import { StillFinder } from '../qc/still-pictures.ts';
import { type Chain, filter, formatGraph } from './filter-graph.ts';
import type { PlannedShot } from './plan-film.ts';
import { turned } from './shot-graph.ts';

/**
 * Where nothing moves in what a film shows of the clips themselves, in seconds of the film: a decoding of its own, by the measure
 * that judges finished films, with nothing of the film's graph but each shot's turn and crop: what is cut off may move. What the
 * film holds beyond a clip's last picture is not in it.
 */
export async function findSourceStills(
  shots: readonly ShownShot[],
  parts: { readonly runner: MediaRunner; readonly signal?: AbortSignal | undefined },
): Promise<Stretch[]> {
  const stills: Stretch[] = [];
  let at = 0;
  for (const shot of shots) {
    const { found, frames } = await lookForStills(shot, parts);
    const shift = at / FRAME_RATE;
    for (const { startSeconds, endSeconds = frames / FRAME_RATE } of found)
      stills.push({ startSeconds: startSeconds + shift, endSeconds: endSeconds + shift });
    at += shot.frames;
  }
  return stills;
}

/** A shot as it stands in a film. */
type ShownShot = Pick<PlannedShot, 'source' | 'fromFrame' | 'frames' | 'fit'>;

async function lookForStills(
  shot: ShownShot,
  { runner, signal }: { readonly runner: MediaRunner; readonly signal?: AbortSignal | undefined },
): Promise<{ found: Stretch[]; frames: number }> {
  const { source, fromFrame } = shot;
  const finder = new StillFinder();
  let frames = 0;
  const take = pictureCutter((luma) => {
    finder.take(luma);
    frames += 1;
  });
  const seconds = (count: number) => (count / FRAME_RATE).toFixed(2);
  const window = ['-ss', seconds(fromFrame), '-t', seconds(shot.frames + 5)];
  await runner.ffmpeg({
    tokens: [
      ...guardedInput(source, ['-noautorotate', ...window]),
      ['-filter_complex', formatGraph([littlePictures(shot)])],
      ['-map', '[little]', '-f', 'rawvideo'],
    ],
    reads: [source.path],
    onBytes: take,
    signal,
  });
  return { found: finder.stretches, frames };
}

/** What is shown of the clip, as small as it stands in a finished film's little pictures. */
function littlePictures({ source, frames, fit }: ShownShot): Chain {
  const { scale, show, from, strip, sill } = fit;
  const across = LUMA_RASTER.width / (show.width + 2 * strip);
  const down = LUMA_RASTER.height / (show.height + 2 * sill);
  const turned90 = fit.rotation === 90 || fit.rotation === 270;
  const [x, y] = turned90 ? [down, across] : [across, down];
  const part = {
    ...{ w: Math.round(show.width * across), h: Math.round(show.height * down) },
    ...{ x: Math.round(from.x * across), y: Math.round(from.y * down) },
  };
  return {
    from: [`0:${source.videoStreamIndex}`],
    filters: [
      filter('fps', { fps: FRAME_RATE, start_time: 0 }),
      filter('scale', { w: Math.round(scale.width * x), h: Math.round(scale.height * y), flags: 'area' }),
      filter('format', { pix_fmts: 'yuv444p' }),
      ...turned(fit),
      filter('crop', part),
      filter('pad', { w: LUMA_RASTER.width, h: LUMA_RASTER.height }),
      filter('trim', { end_frame: frames }),
      filter('extractplanes', { planes: 'y' }),
    ],
    to: ['little'],
  };
}
