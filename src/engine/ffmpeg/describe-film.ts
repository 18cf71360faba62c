import type { ChosenStreams } from './choose-streams.ts';
import type { FilmFacts, PictureFacts, Ratio, SoundFacts } from './film-facts.ts';
import { type MeasuredTimes, pairFields } from './measure-times.ts';
import { believeShape } from './pixel-shape.ts';
import type { FilmHeader, StreamHeader } from './probe-header.ts';
import { readOrientation } from './read-orientation.ts';

interface FilmParts {
  readonly container: string;
  readonly demuxer: string;
  readonly sizeBytes: number;
  readonly header: FilmHeader;
  readonly chosen: ChosenStreams;
  /** undefined while the film has not been read: then the header's word stands in. */
  readonly times: MeasuredTimes | undefined;
}

/** Header and measurement → facts. */
export function describeFilm({ container, demuxer, sizeBytes, header, chosen, times }: FilmParts): FilmFacts {
  const { picture, sound, soundTracks } = chosen;
  const claimed = picture?.duration ?? header.format.duration ?? 0;
  return {
    container,
    demuxer,
    sizeBytes,
    durationSeconds: times?.durationSeconds ?? claimed,
    picture: picture ? describePicture(picture, times) : null,
    sound: sound ? describeSound(sound) : null,
    soundTracks,
  };
}

function describePicture(stream: StreamHeader, times: MeasuredTimes | undefined): PictureFacts {
  const { width, height } = stream;
  const sar = believeShape(stream.sample_aspect_ratio) ?? { num: 1, den: 1 };
  const { rotation, mirrored } = readOrientation(stream.side_data_list);
  const shaped = { width: even((width * sar.num) / sar.den), height: even(height) };
  const turned = Math.abs(rotation) === 90;
  const fieldOrder = believeFieldOrder(stream.field_order);
  const said = stream.avg_frame_rate ?? { num: 0, den: 1 };
  const claimed = { frames: stream.nb_frames ?? 0, fps: said.num / said.den };
  const interlaced = fieldOrder !== 'progressive' && fieldOrder !== 'unknown';
  const { frames, fps } = pairFields(times ?? claimed, interlaced, claimed.fps);
  return {
    index: stream.index,
    codec: stream.codec_name,
    profile: stream.profile,
    width,
    height,
    sar,
    displayWidth: turned ? shaped.height : shaped.width,
    displayHeight: turned ? shaped.width : shaped.height,
    rotation,
    mirrored,
    frames,
    rate: decideRate(fps, [stream.avg_frame_rate, stream.r_frame_rate]),
    fps,
    vfr: times?.vfr ?? false,
    pixelFormat: stream.pix_fmt,
    fieldOrder,
    colour: {
      range: known(stream.color_range),
      primaries: known(stream.color_primaries),
      transfer: known(stream.color_transfer),
      matrix: known(stream.color_space),
    },
    hdr: ['arib-std-b67', 'smpte2084'].includes(stream.color_transfer ?? ''),
    startSeconds: times?.startSeconds ?? stream.start_time ?? 0,
  };
}

function describeSound(stream: StreamHeader): SoundFacts {
  return {
    index: stream.index,
    codec: stream.codec_name,
    channels: stream.channels,
    layout: stream.channel_layout,
    sampleRate: stream.sample_rate ?? 0,
    startSeconds: stream.start_time ?? 0,
  };
}

function believeFieldOrder(said: string | undefined): PictureFacts['fieldOrder'] {
  return (['progressive', 'tt', 'bb', 'tb', 'bt'] as const).find((order) => order === said) ?? 'unknown';
}

/** The header's fraction when it agrees with the measurement within half a percent, else the measured rate in thousandths. */
function decideRate(fps: number, said: readonly (Ratio | undefined)[]): Ratio {
  const agreeing = said.find((rate) => rate && Math.abs(rate.num / rate.den - fps) <= fps * 0.005);
  return agreeing ?? { num: Math.round(fps * 1000), den: 1000 };
}

function known(tag: string | undefined): string | undefined {
  return tag === 'unknown' || tag === 'reserved' ? undefined : tag;
}

function even(value: number): number {
  return Math.round(value / 2) * 2;
}
