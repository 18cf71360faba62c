import type { Frames } from '../../kernel/frames.ts';

/** A frame as `HH:MM:SS,mmm`, with the sign that the format puts before the milliseconds. */
export function sidecarTime(frame: Frames, sign: ',' | '.'): string {
  // 40 ms a frame, exactly.
  const ms = frame * 40;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const clock = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map(two).join(':');
  return `${clock}${sign}${String(ms % 1000).padStart(3, '0')}`;
}
