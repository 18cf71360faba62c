import type { Aspect } from '../graphics/layers.ts';
import type { Look } from '../graphics/look.ts';
import { textWidth } from '../graphics/text-width.ts';
import { openTypeface } from '../graphics/typeface.ts';

/** A look on a canvas. */
export interface CaptionCanvas {
  readonly look: Look;
  readonly aspect: Aspect;
}

export interface CaptionAir {
  /** Round the letters: a box's pad, an outline's width. */
  readonly beside: number;
  /** Of the hard spaces at both ends of a line. */
  readonly air: number;
  /** libass sets lines apart by its own size of the font. */
  readonly lineHeight: number;
  /** Of its letters to the look's own. */
  readonly scale: number;
}

/** `em`: of letters that are not of the look's own size. */
export function airOf({ look, aspect }: CaptionCanvas, em?: number): CaptionAir {
  const { caption } = look.aspects[aspect];
  const boxed = 'pad' in caption;
  const size = em ?? caption.em;
  return {
    beside: boxed ? caption.pad : caption.outline,
    air: boxed ? textWidth(look.fonts.caption, size, '\u00a0\u00a0') : 0,
    lineHeight: size * openTypeface(look.fonts.caption).winHeight,
    scale: size / caption.em,
  };
}
