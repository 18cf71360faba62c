import { FRAME_RATE } from '../../kernel/frames.ts';
import { parseTimecode } from '../../kernel/timecode.ts';

export type DayPart = 'morning' | 'afternoon' | 'evening' | 'night';

export interface RunSheetRow {
  /** Time on the wall clock, `HH:MM:SS`. */
  readonly time: string;
  /** The row airs after midnight, on the next calendar day. */
  readonly isNextDay: boolean;
  readonly house: string;
  readonly title: string;
  /** Minutes and seconds, `0:30`. */
  readonly length: string;
  readonly lengthFrames: number;
}

export interface RunSheetInput {
  readonly channel: string;
  readonly operator: string;
  readonly place: string;
  readonly day: string;
  readonly version: number;
  readonly positions: readonly { readonly at: string; readonly cut: string; readonly lengthFrames: number }[];
  readonly titles: ReadonlyMap<string, string>;
  readonly withdrawn: readonly { readonly house: string; readonly title: string; readonly reason: string }[];
}

/** The printed day of one channel: withdrawn spots on top, rows by part of the day, totals at the foot. */
export function buildRunSheet(input: RunSheetInput) {
  const { channel, operator, place, day, version, withdrawn } = input;
  const gone = new Set(withdrawn.map((one) => one.house));
  const positions = input.positions.filter((position) => !gone.has(position.cut));
  const parts: { part: DayPart; rows: RunSheetRow[] }[] = [];
  for (const position of positions) {
    const start = framesOf(position.at);
    const part = partOfDay(Math.floor(start / FRAME_RATE / 3600) % 24);
    const row = toRow(position, start, input.titles.get(position.cut) ?? position.cut);
    const last = parts.at(-1);
    if (last?.part === part) last.rows.push(row);
    else parts.push({ part, rows: [row] });
  }
  const totalFrames = positions.reduce((sum, position) => sum + position.lengthFrames, 0);
  const totalSeconds = Math.round(totalFrames / FRAME_RATE);
  return { channel, operator, place, day, version, withdrawn, parts, count: positions.length, totalSeconds };
}

function toRow(position: RunSheetInput['positions'][number], start: number, title: string): RunSheetRow {
  const seconds = Math.floor(start / FRAME_RATE);
  const clock = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
  return {
    time: clock.map((part) => String(part).padStart(2, '0')).join(':'),
    isNextDay: seconds >= 24 * 3600,
    house: position.cut,
    title,
    length: minutesAndSeconds(position.lengthFrames),
    lengthFrames: position.lengthFrames,
  };
}

function minutesAndSeconds(lengthFrames: number): string {
  const seconds = Math.round(lengthFrames / FRAME_RATE);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

// As Hindi speaks of the day, and as the drawn sheet has it: दोपहर from 12, शाम from 17, रात from 21 to 4.
function partOfDay(hour: number): DayPart {
  if (hour < 4 || hour >= 21) return 'night';
  if (hour < 12) return 'morning';
  return hour < 17 ? 'afternoon' : 'evening';
}

function framesOf(timecode: string): number {
  const count = parseTimecode(timecode);
  if (count === undefined) throw new RangeError(`not a time code: ${timecode}`);
  return count;
}
