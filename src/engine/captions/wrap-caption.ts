import { breakPenalty } from './break-penalty.ts';
import { phraseJoints } from './phrases.ts';

/** The room that a caption has. */
export interface CaptionRoom {
  /** Width of a line in px of the canvas, as it will be drawn. */
  measure(text: string): number;
  readonly maxWidth: number;
  readonly maxCodePoints: number;
  /** 1 while a lower third stands. Default 2. */
  readonly maxLines?: 1 | 2;
  /** Names, schemes, places: never torn while another break fits. */
  readonly phrases?: readonly string[];
}

export interface WrappedCaption {
  readonly lines: readonly string[];
  /** What the break costs the reader; comparable between wraps of the same room. */
  readonly cost: number;
  /** False when even the best wrap is wider or longer than the room. */
  readonly fits: boolean;
}

/** One text in one or two lines, broken where Hindi breathes. Words are never split; an empty text has no line. */
export function wrapCaption(text: string, room: CaptionRoom): WrappedCaption {
  const words = text.split(' ').filter((word) => word !== '');
  if (words.length === 0) return { lines: [], cost: 0, fits: true };
  const choices = [oneLine(words, room), ...(room.maxLines === 1 ? [] : twoLines(words, room))];
  return choices.reduce((best, choice) => (choice.cost < best.cost ? choice : best));
}

/** Whether a line stands inside the room as it is. */
export function lineFits(line: string, room: CaptionRoom): boolean {
  return fullness(line, room) <= 1;
}

// A line that is at most three quarters full stays whole; a fuller one may be broken at a good place.
const WHOLE_UP_TO = 0.75;
const FULL_LINE = 40;
const ONE_WORD_LINE = 30;
const INSIDE_PHRASE = 500;
// Above every penalty: running off the picture is worse than any break.
const OVERFLOW = 2000;

function oneLine(words: readonly string[], room: CaptionRoom): WrappedCaption {
  const text = words.join(' ');
  const full = fullness(text, room);
  const cost = (full <= WHOLE_UP_TO ? 0 : FULL_LINE) + overflow(full);
  return { lines: [text], cost, fits: full <= 1 };
}

function twoLines(words: readonly string[], room: CaptionRoom): WrappedCaption[] {
  const joints = phraseJoints(words, room.phrases ?? []);
  return words.slice(1).map((after, index) => {
    const torn = joints.has(index) ? INSIDE_PHRASE : 0;
    const penalty = Math.max(torn, breakPenalty(words[index] ?? '', after));
    return pair([words.slice(0, index + 1), words.slice(index + 1)], penalty, room);
  });
}

function pair(
  [upper, lower]: readonly [readonly string[], readonly string[]],
  penalty: number,
  room: CaptionRoom,
): WrappedCaption {
  const lines = [upper.join(' '), lower.join(' ')] as const;
  const [above, below] = [room.measure(lines[0]), room.measure(lines[1])];
  const fuller = Math.max(fullness(lines[0], room), fullness(lines[1], room));
  // Even lines read best; of two uneven ones, a short line above a long one hides less of the picture.
  const lean = (above - below) / room.maxWidth;
  const shape = 60 * lean ** 2 + 6 * Math.max(lean, 0);
  const lonely = upper.length === 1 || lower.length === 1 ? ONE_WORD_LINE : 0;
  return { lines, cost: penalty + shape + lonely + overflow(fuller), fits: fuller <= 1 };
}

/** Share of the room that a line takes, in width or in letters, whichever is more. */
function fullness(line: string, { measure, maxWidth, maxCodePoints }: CaptionRoom): number {
  return Math.max(measure(line) / maxWidth, [...line].length / maxCodePoints);
}

function overflow(full: number): number {
  return full <= 1 ? 0 : OVERFLOW * full;
}
