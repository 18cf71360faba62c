import type { Box, TextLine } from './drawing.ts';
import { outlineText } from './shape-text.ts';
import { textInk } from './text-width.ts';
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
  const { font, em, fill, ground } = style;
  const baseline = block.y + block.height / 2 + (openTypeface(font).headline * em) / 2;
  const ink = textInk(font, em, text);
  return {
    kind: 'text',
    text,
    outline: outlineText(text, { x: block.x, baseline, em, font }),
    ink: {
      x: block.x + ink.left,
      y: baseline - ink.above,
      width: ink.right - ink.left,
      height: ink.above + ink.below,
    },
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
