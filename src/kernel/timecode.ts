import { FRAME_RATE, type Frames, frames } from './frames.ts';

const PATTERN = /^(\d{2,}):([0-5]\d):([0-5]\d):(\d{2})$/;

/** `HH:MM:SS:FF` at 25 frames; hours may pass 24 (a broadcast day may end after midnight). */
export function formatTimecode(count: Frames): string {
  const parts = [
    Math.floor(count / (FRAME_RATE * 3600)),
    Math.floor(count / (FRAME_RATE * 60)) % 60,
    Math.floor(count / FRAME_RATE) % 60,
    count % FRAME_RATE,
  ];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** Reads `HH:MM:SS:FF`; undefined for anything else, also for a frame number of 25 or more and for drop-frame marks. */
export function parseTimecode(text: string): Frames | undefined {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const [hours, minutes, secs, rest] = match.slice(1).map(Number) as [number, number, number, number];
  if (rest >= FRAME_RATE) return undefined;
  return frames(((hours * 60 + minutes) * 60 + secs) * FRAME_RATE + rest);
}
