import { z } from 'zod';
import type { ContainerFacts, PictureStream, SoundStream } from './film-measurement.ts';

const text = z.string().default('unknown');
const number = z.coerce.number();
const stream = z.object({
  index: z.int(),
  codec_type: text,
  codec_name: text,
  profile: text,
  width: z.int().default(0),
  height: z.int().default(0),
  sample_aspect_ratio: text,
  r_frame_rate: text,
  avg_frame_rate: text,
  field_order: text,
  pix_fmt: text,
  color_range: text,
  color_primaries: text,
  color_transfer: text,
  color_space: text,
  sample_rate: number.default(0),
  channels: z.int().default(0),
  start_time: number.default(0),
});
const packet = z.object({
  stream_index: z.int(),
  size: number.default(0),
  flags: z.string().default(''),
  pts_time: number.optional(),
  duration_time: number.default(0),
});
const report = z.object({
  streams: z.array(stream),
  packets: z.array(packet),
  format: z.object({
    format_name: z.string(),
    size: number,
    tags: z.object({ timecode: z.string().optional() }).optional(),
  }),
});

type Stream = z.infer<typeof stream>;
type Packet = z.infer<typeof packet>;

/** The words after `ffprobe` that make the report which parseContainer reads. */
export const CONTAINER_ENTRIES = [
  '-show_streams',
  '-show_format',
  '-show_packets',
  '-show_entries',
  'packet=stream_index,size,flags,pts_time,duration_time',
] as const;

/** ffprobe's report on streams and packets; throws when it is none. */
export function parseContainer(probed: unknown): ContainerFacts {
  const { streams, packets, format } = report.parse(probed);
  const kind = (name: string) => streams.filter((one) => one.codec_type === name);
  const pictures = kind('video').map((one) => pictureStream(one, packetsOf(one, packets)));
  const sounds = kind('audio').map((one) => soundStream(one, packetsOf(one, packets)));
  return {
    format: format.format_name,
    sizeBytes: format.size,
    pictures,
    sounds,
    otherStreams: streams.length - pictures.length - sounds.length,
    timecode: format.tags?.timecode,
  };
}

function packetsOf(one: Stream, packets: readonly Packet[]): Packet[] {
  return packets.filter((each) => each.stream_index === one.index);
}

function pictureStream(one: Stream, packets: readonly Packet[]): PictureStream {
  const keys = packets.flatMap((each, index) => (each.flags.includes('K') ? [index] : []));
  return {
    codec: one.codec_name,
    profile: one.profile,
    width: one.width,
    height: one.height,
    pixelAspect: one.sample_aspect_ratio,
    frameRate: one.r_frame_rate,
    averageRate: one.avg_frame_rate,
    fieldOrder: one.field_order,
    pixelFormat: one.pix_fmt,
    colour: {
      range: one.color_range,
      primaries: one.color_primaries,
      transfer: one.color_transfer,
      matrix: one.color_space,
    },
    startSeconds: one.start_time,
    packets: packets.length,
    bits: packets.reduce((sum, each) => sum + each.size * 8, 0),
    pictureBytes: packets.map((each) => each.size),
    gopLengths: keys.slice(1).map((key, index) => key - (keys[index] ?? 0)),
  };
}

function soundStream(one: Stream, packets: readonly Packet[]): SoundStream {
  // Program and transport streams have no duration of their own: a demuxer's is a guess, the last packet's end is not.
  const ends = packets.map((each) => (each.pts_time ?? 0) + each.duration_time);
  return {
    codec: one.codec_name,
    sampleRate: one.sample_rate,
    channels: one.channels,
    startSeconds: one.start_time,
    endSeconds: ends.reduce((latest, end) => Math.max(latest, end), 0),
  };
}
