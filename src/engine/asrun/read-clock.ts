import { FRAME_RATE } from '../../kernel/frames.ts';

const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[:.](\d{1,3}))?)?(?:\s*([ap])\.?m\.?)?$/i;

/** Seconds of the day of a written time: `19:30`, `19:30:05:12`, `7:30 PM`, `25:10:00`, Excel's `0.8125`. */
export function readTimeOfDay(text: string): number | undefined {
  const plain = text.trim();
  if (/^0?\.\d+$/.test(plain)) return Math.round(Number(plain) * 86_400);
  const match = TIME.exec(plain);
  if (!match) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = [match[1], match[2], match[3] ?? '0'].map(Number);
  if (minutes > 59 || seconds > 59) return undefined;
  const hour = match[5] ? hourOfTwelve(hours, match[5].toLowerCase()) : hours;
  // A broadcast day may end after midnight, but never 48 hours after it began.
  return hour === undefined || hour > 47 ? undefined : (hour * 60 + minutes) * 60 + seconds;
}

function hourOfTwelve(hours: number, half: string): number | undefined {
  if (hours < 1 || hours > 12) return undefined;
  return (hours % 12) + (half === 'p' ? 12 : 0);
}

/** Seconds of a written length: `30`, `20.2`, `0:30`, `00:00:30`, `00:00:30:12` (frames at 25). */
export function readLength(text: string): number | undefined {
  const plain = text.trim().replace(/\s*(s|sec|secs|seconds|से|सेकंड)\.?$/i, '');
  if (/^\d+(\.\d+)?$/.test(plain)) return Number(plain);
  const parts = /^(?:(?:(\d+):)?(\d+):)?(\d+):(\d{2})$/.exec(plain) ? plain.split(':').map(Number) : [];
  if (parts.length === 0) return undefined;
  // Four parts end in frames; fewer end in seconds.
  const frames = parts.length === 4 ? (parts.pop() ?? 0) : 0;
  if (frames >= FRAME_RATE) return undefined;
  return parts.reduce((sum, part) => sum * 60 + part, 0) + frames / FRAME_RATE;
}
