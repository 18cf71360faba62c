import type { Refusal } from './refusal.ts';

/** Letters that a name, a place or a line may have in a film: so many are drawn readable on every canvas. */
export const MOST_LETTERS = 80;

const clusters = new Intl.Segmenter('hi', { granularity: 'grapheme' });

/** A text's letters as a reader counts them: a consonant with its matras, a conjunct whole. */
export function lettersOf(text: string): string[] {
  const letters: string[] = [];
  for (const { segment } of clusters.segment(text)) {
    const last = letters.at(-1);
    // A virama joins what follows it, whether this machine's Unicode tables know that or not.
    if (last !== undefined && /\u094D[\u200C\u200D]?$/u.test(last) && /^\p{Script=Devanagari}/u.test(segment))
      letters[letters.length - 1] = last + segment;
    else letters.push(segment);
  }
  return letters;
}

const SENTENCES = {
  name: { user: 'text.nameLong' },
  place: { user: 'text.placeLong' },
  line: { user: 'text.lineLong' },
} as const;

/** Why a text has too many letters for a film, if it has. */
export function refuseLetters(what: keyof typeof SENTENCES, text: string): Refusal | undefined {
  const n = lettersOf(text).length;
  if (n <= MOST_LETTERS) return undefined;
  const params = { n, most: MOST_LETTERS };
  return { code: `text.${what}-long`, ...SENTENCES[what], tech: `${n} letters, ${MOST_LETTERS} at most`, params };
}
