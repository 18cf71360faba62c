import { allow, type Decision } from '../../kernel/refusal.ts';
import type { FigureText } from './figure-text.ts';
import { balancedLines } from './fit-text.ts';
import { aspectOf, type Stage } from './stage.ts';
import { textInk, textWidth } from './text-width.ts';
import { refuseTooLong } from './too-long.ts';
import type { FontName } from './typeface.ts';

export interface FigureLine {
  readonly text: string;
  readonly font: FontName;
  readonly em: number;
  readonly width: number;
}

/** The card's lines, fitted to its width; what is not said has no line. */
export interface FittedFigure {
  /** The scheme's shortest name. */
  readonly label: readonly FigureLine[];
  /** The number; or a quote without one, in up to four lines. */
  readonly loud: readonly FigureLine[];
  readonly counted: boolean;
  readonly verb: readonly FigureLine[];
  readonly result: readonly FigureLine[];
}

/** Px that each kind of line may take, where the hole leaves some of them less. */
export interface FigureWidths {
  readonly label?: number;
  readonly sentence?: number;
  readonly below?: number;
}

/** Refuses a quote that can only be set too small to read. */
export function fitFigure(
  stage: Stage,
  said: { readonly text: FigureText; readonly label: string | undefined },
  widths: FigureWidths = {},
): Decision<FittedFigure> {
  const { figure, leastEm } = aspectOf(stage);
  const { fonts } = stage.look;
  const { number, verb, result } = said.text;
  const below = widths.below ?? figure.maxWidth;
  const most = Math.max(figure.verb * 1.25, figure.number / 3);
  const sentence = { font: fonts.display, em: most, maxWidth: widths.sentence ?? figure.maxWidth, lines: 4 };
  const loud = number
    ? fitLines(number, { font: fonts.figure, em: figure.number, maxWidth: figure.maxWidth, lines: 1 })
    : fitLines(verb, sentence);
  const label = fitLines(said.label, {
    font: fonts.text,
    em: figure.label,
    maxWidth: widths.label ?? figure.maxWidth,
    lines: 1,
  });
  const fitted: FittedFigure = {
    // A scheme's name too long for one line that can be read is left to the end card.
    label: label.filter(({ em }) => em >= leastEm),
    loud,
    counted: number !== undefined,
    verb: number ? fitLines(verb, { font: fonts.display, em: figure.verb, maxWidth: below, lines: 2 }) : [],
    result: fitLines(result, { font: fonts.display, em: figure.result, maxWidth: below, lines: 2 }),
  };
  const lines = [...fitted.loud, ...fitted.verb, ...fitted.result];
  const small = lines.find(({ em }) => em < leastEm);
  return small ? refuseTooLong('figure', lines.map((line) => line.text).join(' ')) : allow(fitted);
}

interface LineRule {
  readonly font: FontName;
  readonly em: number;
  readonly maxWidth: number;
  /** Most of them. */
  readonly lines: number;
}

// One line is kept until it is this much smaller than it was drawn; then two are better.
const KEEPS_ONE_LINE = 0.72;

/** As few lines as keep the text large, each as wide as the room at most. */
function fitLines(text: string | undefined, { font, em, maxWidth, lines: most }: LineRule): FigureLine[] {
  if (!text) return [];
  const tries = Array.from({ length: most }, (_, index) => {
    const lines = balancedLines(text, { font, em, count: index + 1 });
    // A last matra may hang out over its own advance.
    const widest = Math.max(...lines.flatMap((line) => [textWidth(font, em, line), textInk(font, em, line).right]));
    return { lines, em: Math.min(em, Math.floor((em * maxWidth) / widest)) };
  });
  const large = tries.find((one) => one.em >= em * KEEPS_ONE_LINE);
  const best = large ?? tries.reduce((chosen, one) => (one.em > chosen.em ? one : chosen));
  return best.lines.map((line) => ({ text: line, font, em: best.em, width: textWidth(font, best.em, line) }));
}

/** All lines smaller by one share, so that the block is no higher than its room. */
export function shrunkFigure(fitted: FittedFigure, share: number): FittedFigure {
  if (share >= 1) return fitted;
  const less = (lines: readonly FigureLine[]) => lines.map((line) => shrunkLine(line, share));
  const { label, loud, verb, result, counted } = fitted;
  return { label: less(label), loud: less(loud), verb: less(verb), result: less(result), counted };
}

export function shrunkLine(line: FigureLine, share: number): FigureLine {
  return share >= 1 ? line : { ...line, em: line.em * share, width: line.width * share };
}
