import { z } from 'zod';
import { guardedInput, type KnownFilm } from './film-input.ts';
import type { MediaRunner } from './run-order.ts';

const text = z.string().optional();
// ffprobe writes numbers as text and leaves out or says "N/A" what it does not know.
const number = z.preprocess((it) => (it === 'N/A' ? undefined : it), z.coerce.number().optional());
const ratio = z
  .string()
  .optional()
  .transform((words) => {
    const [num = 0, den = 0] = (words ?? '').split(/[:/]/).map(Number);
    return num > 0 && den > 0 ? { num, den } : undefined;
  });

const streamShape = z.object({
  index: z.number(),
  codec_type: z.string().default('unknown'),
  codec_name: z.string().default('unknown'),
  codec_tag_string: z.string().default(''),
  profile: text,
  width: z.number().default(0),
  height: z.number().default(0),
  sample_aspect_ratio: ratio,
  pix_fmt: z.string().default('unknown'),
  field_order: text,
  color_range: text,
  color_primaries: text,
  color_transfer: text,
  color_space: text,
  avg_frame_rate: ratio,
  r_frame_rate: ratio,
  nb_frames: number,
  duration: number,
  start_time: number,
  channels: z.number().default(0),
  channel_layout: text,
  sample_rate: number,
  disposition: z.object({ default: z.number().default(0), attached_pic: z.number().default(0) }).prefault({}),
  side_data_list: z.array(z.object({ rotation: number, displaymatrix: text, dv_profile: number })).default([]),
});

const headerShape = z.object({
  streams: z.array(streamShape).default([]),
  format: z.object({ duration: number, start_time: number }).prefault({}),
});

export type StreamHeader = z.infer<typeof streamShape>;
export type FilmHeader = z.infer<typeof headerShape>;

/** What the file says of itself: to be checked, not believed. Rejects with FfmpegError when it cannot be opened. */
export async function probeHeader(runner: MediaRunner, film: KnownFilm, signal?: AbortSignal): Promise<FilmHeader> {
  const tokens = [...guardedInput(film), ['-show_streams', '-show_format']];
  return headerShape.parse(await runner.ffprobe({ tokens, reads: [film.path], signal }));
}
