import { filter } from '../film/filter-graph.ts';
import { checkMade, DerivativeError, type DerivativeOrder, derive } from './derivative.ts';
import type { PictureFacts, Ratio } from './film-facts.ts';
import type { Media } from './media.ts';
import { readPictures } from './read-film.ts';
import { fitDisplay, type Raster, uprightPicture } from './upright.ts';

// 960 × 540, or upright 540 × 960: sharp on a phone, a few MB a minute.
const LONG_SIDE = 960;
const SHORT_SIDE = 540;

export interface MadeProxy extends Raster {
  readonly rate: Ratio;
  readonly frames: number;
}

/** The film as pages play it: upright H.264 and AAC in an MP4 that starts at once; its clock is the original's, from its start. */
export async function makeProxy(
  media: Pick<Media, 'runner' | 'capabilities'>,
  order: DerivativeOrder,
): Promise<MadeProxy> {
  const { picture, sound, durationSeconds } = order.facts;
  if (!picture) throw new RangeError('a proxy needs a picture');
  const raster = fitDisplay(picture, LONG_SIDE, SHORT_SIDE);
  const rate = proxyRate(picture);
  const last = filter('fps', { fps: `${rate.num}/${rate.den}`, start_time: 0 });
  await derive(
    media,
    order,
    [],
    [
      ...uprightPicture(picture, raster, { zscale: media.capabilities.zscale, last }),
      sound && [
        '-map',
        `0:${sound.index}`,
        '-af',
        'aresample=48000:async=1:first_pts=0',
        '-ac',
        '2',
        '-c:a',
        'aac',
        '-b:a',
        '96k',
      ],
      [
        '-c:v',
        'libx264',
        '-preset',
        'veryfast',
        '-profile:v',
        'main',
        '-crf',
        '26',
        '-maxrate',
        '1500k',
        '-bufsize',
        '3000k',
      ],
      ['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709', '-color_range', 'tv'],
      // A key frame each second or two: scrubbing on a slow phone.
      ['-g', '50', '-threads', '2'],
      // A time stamp gone wild must not fill the disk.
      ['-t', (picture.startSeconds + durationSeconds + 2).toFixed(3)],
      ['-movflags', '+faststart', '-f', 'mp4'],
    ],
  );
  const frames = await countProxyFrames(media, order, { ...raster, rate });
  return { ...raster, rate, frames };
}

/** The source's own rate when it is even and slow enough, else television's. */
function proxyRate({ vfr, fps, rate }: PictureFacts): Ratio {
  return !vfr && fps <= 30.1 ? rate : { num: 25, den: 1 };
}

async function countProxyFrames(
  media: Pick<Media, 'runner' | 'capabilities'>,
  order: DerivativeOrder,
  { rate, ...raster }: Raster & { rate: Ratio },
): Promise<number> {
  const made = { path: order.out, demuxer: 'mov' };
  const want = { codec: 'h264', ...raster, sound: order.facts.sound !== null };
  const header = await checkMade(media, made, want);
  const index = header.streams.find((it) => it.codec_type === 'video')?.index ?? 0;
  const { frames, complaints } = await readPictures(media.runner, made, index, { signal: order.signal });
  const planned = (order.facts.durationSeconds * rate.num) / rate.den;
  // A late first picture is filled from the clock's start; VFR ends are rounded.
  if (frames < planned * 0.98 - 3 || complaints.length > 0)
    throw new DerivativeError(
      `${order.out}: ${frames} of about ${Math.round(planned)} pictures ${complaints[0] ?? ''}`,
    );
  return frames;
}
