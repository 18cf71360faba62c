import { probeHeader } from '../ffmpeg/probe-header.ts';
import type { MediaRunner } from '../ffmpeg/run-order.ts';
import type { ShotSource } from './film-order.ts';

/**
 * A clip's proxy, which is our own: upright, progressive, in television's light. Its clock is the clip's. To look at what needs no
 * sharpness at a fraction of the original's cost; films are never made of it. Throws when it has no picture.
 */
export async function describeProxy(
  runner: MediaRunner,
  proxy: { readonly path: string; readonly sha256: string },
  signal?: AbortSignal,
): Promise<ShotSource> {
  const demuxer = 'mov';
  const { streams } = await probeHeader(runner, { path: proxy.path, demuxer }, signal);
  const picture = streams.find(({ codec_type }) => codec_type === 'video');
  const rate = picture?.avg_frame_rate;
  if (!picture || !rate) throw new Error(`${proxy.path} has no picture`);
  const { width, height, index: videoStreamIndex } = picture;
  return {
    ...{ ...proxy, demuxer, videoStreamIndex },
    picture: { width, height, pixelAspect: { num: 1, den: 1 }, rotation: 0, mirrored: false },
    colour: { light: 'sdr', matrix: 'bt709', primaries: 'bt709', range: 'tv' },
    fields: undefined,
    picturesPerSecond: rate.num / rate.den,
    sound: undefined,
  };
}
