import { lettersOf } from '../../kernel/letters.ts';
import { balancedLines, type FitRule, type FittedText } from './fit-text.ts';
import { textWidth } from './text-width.ts';

type LongRule = Pick<FitRule, 'font' | 'em' | 'maxWidth' | 'leastEm'>;

// Eighty of the widest letters need five lines on an upright canvas.
const MOST_LINES = 5;
// All lines together are about as high as two of full size would be.
const TOGETHER = 1.6;

/**
 * A text that fits in no usual way: small, in as few lines as hold it, broken at spaces; a word too long for any line is
 * broken between two letters, never within one. undefined when it fits in no size that can be read.
 */
export function fitLongText(text: string, rule: LongRule): FittedText | undefined {
  for (const split of [atSpaces, atLetters])
    for (let count = 2; count <= MOST_LINES; count++) {
      const lines = split(text, count, rule);
      const em = lines.length === count ? fittingEm(lines, rule) : undefined;
      if (em !== undefined) return { lines, em, form: 0 };
    }
  return undefined;
}

function fittingEm(lines: readonly string[], { font, em, maxWidth, leastEm }: LongRule): number | undefined {
  const most = Math.max(leastEm, Math.floor((em * TOGETHER) / lines.length));
  const widest = Math.max(...lines.map((line) => textWidth(font, 1, line)));
  const fitting = Math.min(most, Math.floor(maxWidth / widest));
  return fitting >= leastEm ? fitting : undefined;
}

function atSpaces(text: string, count: number, { font, em }: LongRule): string[] {
  return balancedLines(text, { font, em, count });
}

// In em of width: a break within a word must win that much over one between words, more where it leaves one letter alone.
const WITHIN_WORD = 1.5;
const LETTER_ALONE = 2;

function atLetters(text: string, count: number, { font }: LongRule): string[] {
  const letters = lettersOf(text);
  const widths = letters.map((_, index) => textWidth(font, 1, letters.slice(0, index + 1).join('')));
  const whole = widths.at(-1) ?? 0;
  const cost = (end: number, target: number) =>
    Math.abs((widths[end - 1] ?? 0) - target) +
    (isSpace(letters[end]) || isSpace(letters[end - 1]) ? 0 : tear(letters, end));
  const ends: number[] = [];
  for (let line = 1; line < count; line++) {
    const tries = letters.map((_, index) => index).slice((ends.at(-1) ?? 0) + 1);
    const target = (whole * line) / count;
    ends.push(tries.reduce((best, one) => (cost(one, target) < cost(best, target) ? one : best), tries[0] ?? 0));
  }
  return [...ends, letters.length]
    .map((end, index) =>
      letters
        .slice(index === 0 ? 0 : ends[index - 1], end)
        .join('')
        .trim(),
    )
    .filter((line) => line !== '');
}

function tear(letters: readonly string[], end: number): number {
  const alone = [letters[end - 2], letters[end + 1]].some((one) => one === undefined || isSpace(one));
  return WITHIN_WORD + (alone ? LETTER_ALONE : 0);
}

function isSpace(letter: string | undefined): boolean {
  return letter !== undefined && letter.trim() === '';
}
