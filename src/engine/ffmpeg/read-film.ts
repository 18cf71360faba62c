import { z } from 'zod';
import { guardedInput, type KnownFilm, TWO_THREADS } from './film-input.ts';
import { type MeasuredTimes, measureTimes } from './measure-times.ts';
import type { MediaRunner } from './run-order.ts';

/** What reading the whole film showed; `complaints` are FFmpeg's lines about damage. */
export interface ReadThrough extends MeasuredTimes {
  readonly complaints: readonly string[];
}

const time = z.coerce.number().optional().catch(undefined);
const packetsShape = z.object({
  packets: z
    .array(z.object({ pts_time: time, dts_time: time, duration_time: time, flags: z.string().default('') }))
    .default([]),
});

// A 2 GiB clip is read in seconds; a slow disk may need minutes.
const READ_SECONDS = 600;

/** Reads every packet of the picture track without decoding; with `onlySeconds`, from the beginning so far. */
export async function readPictures(
  runner: MediaRunner,
  film: KnownFilm,
  index: number,
  how: { onlySeconds?: number; signal?: AbortSignal | undefined } = {},
): Promise<ReadThrough> {
  const complaints: string[] = [];
  const answer = await runner.ffprobe({
    tokens: [
      ...guardedInput(film),
      ['-select_streams', String(index), '-show_entries', 'packet=pts_time,dts_time,duration_time,flags'],
      how.onlySeconds ? ['-read_intervals', `%+${how.onlySeconds}`] : null,
      ['-of', 'json=c=1'],
    ],
    reads: [film.path],
    limits: { seconds: READ_SECONDS },
    onLine: (line) => noteComplaint(complaints, line),
    signal: how.signal,
  });
  // D: cut away by the film's own edit list, never shown.
  const shown = packetsShape.parse(answer).packets.filter((it) => !it.flags.includes('D'));
  const packets = shown.map((it) => ({ at: it.pts_time ?? it.dts_time, lasts: it.duration_time }));
  return { ...measureTimes(packets), complaints };
}

// 64 GiB at the speed of an old disk.
const LONG_READ_SECONDS = 3600;

/** Reads a recording of hours as a stream, holding nothing: its length (s) and picture count. */
export async function readRecording(
  runner: MediaRunner,
  film: KnownFilm,
  indexes: readonly number[],
  signal?: AbortSignal,
): Promise<{ durationSeconds: number; frames: number; complaints: readonly string[] }> {
  const complaints: string[] = [];
  let [durationSeconds, frames] = [0, 0];
  await runner.ffmpeg({
    tokens: [['-v', 'error'], ...guardedInput(film), ...mapOf(indexes), ['-c', 'copy', '-f', 'null', '-']],
    reads: [film.path],
    limits: { seconds: LONG_READ_SECONDS },
    onLine: (line) => noteComplaint(complaints, line),
    onProgress: (progress) => {
      durationSeconds = progress.outTimeSeconds;
      frames = progress.frame;
    },
    signal,
  });
  return { durationSeconds, frames, complaints };
}

export interface DecodedSpan {
  readonly frames: number;
  readonly complaints: readonly string[];
}

// 20 s of 4K HEVC at 60 need about a minute on one slow core.
const DECODE_SECONDS = 300;

/** Really decodes a part of the film: pictures that came out, and what the decoders complained about. */
export async function decodeSpan(
  runner: MediaRunner,
  film: KnownFilm,
  span: { indexes: readonly number[]; from: number; seconds: number; signal?: AbortSignal | undefined },
): Promise<DecodedSpan> {
  const complaints: string[] = [];
  let frames = 0;
  const part = ['-noautorotate', ...(span.from > 0 ? ['-ss', span.from.toFixed(3)] : []), '-t', String(span.seconds)];
  await runner.ffmpeg({
    tokens: [
      ['-v', 'error'],
      TWO_THREADS,
      ...guardedInput(film, part),
      ...mapOf(span.indexes),
      ['-fps_mode', 'passthrough', '-f', 'null', '-'],
    ],
    reads: [film.path],
    limits: { seconds: DECODE_SECONDS },
    onLine: (line) => noteComplaint(complaints, line),
    onProgress: (progress) => {
      frames = progress.frame;
    },
    signal: span.signal,
  });
  return { frames, complaints };
}

function mapOf(indexes: readonly number[]): string[][] {
  return indexes.map((index) => ['-map', `0:${index}`]);
}

// The null muxer grumbles at films of varying rate, and a repeated grumble gets a line of its own: neither is damage.
function noteComplaint(complaints: string[], line: string): void {
  if (!/^(?:\[null @|\s*Last message repeated)/.test(line)) complaints.push(line);
}
