import { filter } from '../film/filter-graph.ts';
import { checkMade, type DerivativeOrder, derive } from './derivative.ts';
import type { Media } from './media.ts';
import { fitDisplay, type Raster, uprightPicture } from './upright.ts';

const LONG_SIDE = 960;
const SHORT_SIDE = 540;
// The first second is often a hand before the lens.
const LATEST_SECONDS = 3;

/** One telling picture of the film as JPEG, upright. */
export async function makePoster(
  media: Pick<Media, 'runner' | 'capabilities'>,
  order: DerivativeOrder,
): Promise<Raster> {
  const { picture, durationSeconds } = order.facts;
  if (!picture) throw new RangeError('a poster needs a picture');
  const raster = fitDisplay(picture, LONG_SIDE, SHORT_SIDE);
  const from = Math.min(LATEST_SECONDS, durationSeconds / 3).toFixed(3);
  // `thumbnail` takes the picture nearest to the usual one among so many: no blink, no black frame.
  const frames = Math.max(1, Math.min(25, Math.floor(picture.frames / 3)));
  const last = filter('thumbnail', { n: frames });
  await derive(
    media,
    order,
    ['-ss', from],
    [
      ...uprightPicture(picture, raster, { zscale: media.capabilities.zscale, last }),
      ['-frames:v', '1'],
      ['-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p', '-q:v', '4', '-f', 'image2', '-update', '1'],
    ],
  );
  await checkMade(media, { path: order.out, demuxer: 'jpeg_pipe' }, { codec: 'mjpeg', ...raster, sound: false });
  return raster;
}
