import type { Box, TextLine } from './drawing.ts';
import { outlineText } from './shape-text.ts';
import { textInk, textWidth } from './text-width.ts';
import { type FontName, openTypeface } from './typeface.ts';

export interface LineStyle {
  readonly font: FontName;
  readonly em: number;
  readonly fill: string;
  /** The colour right behind the letters. */
  readonly ground: string;
}

/**
 * A line that starts at `block.x` and hangs optically in the middle of the block: half-way between headline and baseline,
 * where the eye sees Devanagari's middle.
 */
export function lineInBlock(text: string, block: Pick<Box, 'x' | 'y' | 'height'>, style: LineStyle): TextLine {
  return lineOn(text, { x: block.x, baseline: middleBaseline(style, block.y + block.height / 2) }, style);
}

/** The same, its middle at `block.x`. */
export function centredLine(text: string, block: Pick<Box, 'x' | 'y' | 'height'>, style: LineStyle): TextLine {
  return lineInBlock(text, { ...block, x: block.x - textWidth(style.font, style.em, text) / 2 }, style);
}

/** The baseline that puts a line's optical middle at `y`. */
export function middleBaseline({ font, em }: Pick<LineStyle, 'font' | 'em'>, y: number): number {
  return y + (openTypeface(font).headline * em) / 2;
}

/** A line that starts at `x` on a baseline. */
export function lineOn(text: string, { x, baseline }: { x: number; baseline: number }, style: LineStyle): TextLine {
  const { font, em, fill, ground } = style;
  const ink = textInk(font, em, text);
  return {
    kind: 'text',
    text,
    outline: outlineText(text, { x, baseline, em, font }),
    ink: { x: x + ink.left, y: baseline - ink.above, width: ink.right - ink.left, height: ink.above + ink.below },
    fill,
    ground,
  };
}

/** The least height of a block that holds all ink of a line (मृ, ट्ठ, र्कीँ) with 0.1 em of air, the line in its middle. */
export function leastBlockHeight(text: string, { font, em }: Pick<LineStyle, 'font' | 'em'>): number {
  const ink = textInk(font, em, text);
  const half = (openTypeface(font).headline * em) / 2;
  return 2 * Math.max(ink.above - half, ink.below + half) + 0.1 * em;
}
