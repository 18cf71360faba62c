import { textWidth } from './text-width.ts';
import type { FontName } from './typeface.ts';

/** How far a text may give way. Lengths in px of the canvas. */
export interface FitRule {
  readonly font: FontName;
  readonly em: number;
  readonly maxWidth: number;
  /** Least share of `em` before another way is tried. */
  readonly least: number;
  /** Least size that can be read on the canvas. */
  readonly leastEm: number;
  readonly maxLines: 1 | 2;
}

export interface FittedText {
  readonly lines: readonly string[];
  readonly em: number;
  /** Which of the offered forms stands: 0 is the longest. */
  readonly form: number;
}

/**
 * Full size → smaller → two lines → the next shorter form that the data offers. undefined when nothing fits: a name is
 * never cut, squeezed or dotted by a machine.
 */
export function fitText(forms: readonly string[], rule: FitRule): FittedText | undefined {
  for (const [form, text] of forms.entries()) {
    const fitted = fitOneLine(text, rule) ?? (rule.maxLines === 2 ? fitTwoLines(text, rule) : undefined);
    if (fitted) return { ...fitted, form };
  }
  return undefined;
}

type Fitted = Omit<FittedText, 'form'>;

function fitOneLine(text: string, rule: FitRule): Fitted | undefined {
  const em = fittingEm([text], rule);
  return em === undefined ? undefined : { lines: [text], em };
}

function fitTwoLines(text: string, rule: FitRule): Fitted | undefined {
  const lines = bestHalves(text, rule);
  const em = lines && fittingEm(lines, rule);
  return lines && em !== undefined ? { lines, em } : undefined;
}

/** The size at which the widest line just fits; undefined below the least one. */
function fittingEm(lines: readonly string[], { font, em, maxWidth, least, leastEm }: FitRule): number | undefined {
  const widest = Math.max(...lines.map((line) => textWidth(font, em, line)));
  if (widest <= maxWidth) return em;
  const fitting = Math.floor((em * maxWidth) / widest);
  return fitting >= Math.max(Math.floor(em * least), leastEm) ? fitting : undefined;
}

function bestHalves(text: string, { font, em }: FitRule): readonly [string, string] | undefined {
  const words = text.split(' ');
  let best: { halves: readonly [string, string]; cost: number } | undefined;
  for (let at = 1; at < words.length; at++) {
    const halves = [trimEnd(words.slice(0, at).join(' ')), trimStart(words.slice(at).join(' '))] as const;
    const widest = Math.max(...halves.map((half) => textWidth(font, em, half)));
    const cost = widest + breakCost(words[at - 1] ?? '', words[at] ?? '') * em;
    if (!best || cost < best.cost) best = { halves, cost };
  }
  return best?.halves;
}

/** A sentence in exactly `count` lines (fewer when it has fewer words), the widest as narrow as can be, no name torn apart. */
export function balancedLines(
  text: string,
  { font, em, count }: { readonly font: FontName; readonly em: number; readonly count: number },
): string[] {
  const words = text.split(' ');
  const cost = (from: number, to: number) => {
    const torn = to < words.length ? breakCost(words[to - 1] ?? '', words[to] ?? '') * em : 0;
    return textWidth(font, em, words.slice(from, to).join(' ')) + torn;
  };
  const { ends } = bestEnds(words.length, count, cost);
  return ends.map((end, line) => words.slice(line === 0 ? 0 : ends[line - 1], end).join(' '));
}

interface Ends {
  readonly cost: number;
  readonly ends: readonly number[];
}

/** After which words lines end, so that the dearest line is as cheap as can be. */
function bestEnds(words: number, count: number, cost: (from: number, to: number) => number): Ends {
  const known = new Map<string, Ends>();
  const best = (from: number, lines: number): Ends => {
    const key = `${from}/${lines}`;
    const before = known.get(key);
    if (before) return before;
    const found = lines === 1 || words - from <= 1 ? { cost: cost(from, words), ends: [words] } : cheapest(from, lines);
    known.set(key, found);
    return found;
  };
  const cheapest = (from: number, lines: number): Ends => {
    const tries = Array.from({ length: words - from - 1 }, (_, index) => {
      const end = from + index + 1;
      const rest = best(end, lines - 1);
      return { cost: Math.max(cost(from, end), rest.cost), ends: [end, ...rest.ends] };
    });
    return tries.reduce((chosen, one) => (one.cost < chosen.cost ? one : chosen));
  };
  return best(0, count);
}

const BELONGS_TO_THE_WORD_BEFORE =
  /^(का|की|के|को|से|में|पर|ने|तक|ही|भी|जी|योजना|मिले|बना|बाई|देवी|कुमार|कुमारी|बेन|सिंह|प्रसाद|·)$/u;
const BELONGS_TO_THE_WORD_AFTER = new Set(
  ['श्री', 'श्रीमती', 'सुश्री', 'कुमारी', 'डॉ.', 'ज़िला', 'जिला', 'ग्राम', 'तहसील'].map((word) => word.normalize('NFC')),
);

// In em of width: a break that tears a name apart must win that much to be taken.
function breakCost(before: string, after: string): number {
  return (BELONGS_TO_THE_WORD_BEFORE.test(after) ? 1.6 : 0) + (BELONGS_TO_THE_WORD_AFTER.has(before) ? 4 : 0);
}

function trimEnd(line: string): string {
  return line.replace(/ ?[·,]$/u, '');
}

function trimStart(line: string): string {
  return line.replace(/^· /u, '');
}
