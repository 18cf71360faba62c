import type { Box } from './drawing.ts';
import { type FigureLine, type FittedFigure, shrunkFigure } from './fit-figure.ts';

interface Row {
  /** Share of the line's em. */
  readonly height: number;
  /** Px below the last of these lines. */
  readonly after: number;
}

/** How high each line of a figure card stands, and the px that the rule under the verb takes. */
export interface StackRule {
  readonly label: Row;
  readonly loud: Row;
  readonly verb: Row;
  readonly rule: number;
  readonly result: Row;
}

export interface StackedLine {
  readonly what: 'label' | 'loud' | 'verb' | 'result';
  readonly line: FigureLine;
  readonly block: Pick<Box, 'y' | 'height'>;
}

export interface Stack {
  readonly height: number;
  /** What of it does not shrink with the letters. */
  readonly fixed: number;
  readonly lines: readonly StackedLine[];
  readonly ruleY: number;
}

/** The card's lines one below another from `top` on: label, number or sentence, verb, a rule, result. */
export function stackFigure(fitted: FittedFigure, rule: StackRule, top: number): Stack {
  let y = top;
  let fixed = rule.rule;
  const lines: StackedLine[] = [];
  // A sentence needs room for hanging matras; digits do not.
  const loudHeight = fitted.counted ? rule.loud.height : rule.verb.height;
  const put = (what: StackedLine['what'], { height, after }: Row) => {
    for (const line of fitted[what]) {
      lines.push({ what, line, block: { y, height: line.em * height } });
      y += line.em * height;
    }
    if (fitted[what].length > 0 || what === 'verb') {
      y += after;
      fixed += after;
    }
  };
  put('label', rule.label);
  put('loud', { ...rule.loud, height: loudHeight });
  put('verb', rule.verb);
  const ruleY = y;
  y += rule.rule;
  put('result', rule.result);
  return { height: y - top, fixed, lines, ruleY };
}

/** The same card with letters small enough for a room of that height. */
export function fitHeight(fitted: FittedFigure, rule: StackRule, room: number): FittedFigure {
  const { height, fixed } = stackFigure(fitted, rule, 0);
  return shrunkFigure(fitted, (room - fixed) / (height - fixed));
}

/** The px that a block of lines covers from its first to its last, with a fifth of an em for deep ink. */
export function extentOf(lines: readonly StackedLine[]): Pick<Box, 'y' | 'height'> {
  const air = Math.max(...lines.map(({ line }) => line.em)) / 5;
  const y = Math.min(...lines.map(({ block }) => block.y)) - air;
  return { y, height: Math.max(...lines.map(({ block }) => block.y + block.height)) + air - y };
}
