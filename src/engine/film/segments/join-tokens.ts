import { join } from 'node:path';
import { FRAME_RATE } from '../../../kernel/frames.ts';
import type { Token } from '../../ffmpeg/run-order.ts';
import { finishedInput } from '../../qc/measure-film.ts';
import type { DeliveryPreset } from '../delivery-preset.ts';
import { CLEAN, containerTokens } from '../encoder-tokens.ts';
import type { FilmRange } from '../plan-film.ts';
import { pieceForm } from './piece-tokens.ts';

/** A former film's pictures, cut before and behind each range, as `<stem>-0.nut`, `<stem>-1.nut` …; its groups begin there. */
export function splitTokens(
  preset: DeliveryPreset,
  former: string,
  order: { cuts: readonly number[]; to: string },
): Token[] {
  return [
    // A program stream stamps only some of its pictures.
    ...finishedInput(former, ['-fflags', '+genpts']),
    ['-map', '0:v:0', '-c', 'copy'],
    ...CLEAN,
    ['-f', 'segment', '-segment_format', pieceForm(preset), '-reset_timestamps', '1'],
    ['-segment_frames', order.cuts.join(',')],
    [`file:${order.to}`],
  ];
}

/** One file of the joined film's pictures, in order. */
export interface FilmPart {
  /** A name in the work folder. */
  readonly file: string;
  readonly range: FilmRange;
}

/** The list that FFmpeg's concat demuxer reads: names and exact lengths. */
export function joinList(parts: readonly FilmPart[]): string {
  return parts
    .map(
      ({ file, range }) => `file '${file}'\nduration ${((range.toFrame - range.fromFrame) / FRAME_RATE).toFixed(2)}\n`,
    )
    .join('');
}

export interface JoinOrder {
  readonly folder: string;
  /** A name in the folder: the list, or the bare pictures one behind the other. */
  readonly pictures: string;
  /** The former film: its sound is taken as it is. */
  readonly former: string;
  /** What the sound is moved by against its own file's start, in seconds. */
  readonly soundOffset: number;
  readonly to: string;
}

/** Joined pictures and the former film's sound, wrapped as the preset asks; nothing is encoded. */
export function joinTokens(preset: DeliveryPreset, order: JoinOrder): Token[] {
  const bare = pieceForm(preset) === 'mpeg2video';
  return [
    bare ? ['-r', '25', '-f', 'mpegvideo'] : ['-f', 'concat'],
    ['-i', `file:${join(order.folder, order.pictures)}`],
    ...finishedInput(order.former, ['-itsoffset', order.soundOffset.toFixed(6)]),
    ['-map', '0:v:0', '-map', '1:a', '-c', 'copy'],
    ...CLEAN,
    ...containerTokens(preset),
    [`file:${join(order.folder, order.to)}`],
  ];
}
