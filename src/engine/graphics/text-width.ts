import type { FontName, Typeface } from './typeface.ts';
import { openTypeface } from './typeface.ts';

/** Width of one line as the shaper sets it, in the unit of `em` (px). */
export function textWidth(font: FontName, em: number, text: string): number {
  return openTypeface(font).shape(text).advance * em;
}

/** Ink of one line round the start of its baseline, in px: left and right from the start, above and below the baseline. */
export interface Ink {
  readonly left: number;
  readonly right: number;
  readonly above: number;
  readonly below: number;
}

/** The ink that a line really covers; matras and conjuncts reach further than the font's nominal height. */
export function textInk(font: FontName, em: number, text: string): Ink {
  const ink = inkInEm(openTypeface(font), text);
  return { left: ink.left * em, right: ink.right * em, above: ink.above * em, below: ink.below * em };
}

function inkInEm(typeface: Typeface, text: string): Ink {
  let ink = { left: Infinity, right: -Infinity, above: -Infinity, below: -Infinity };
  for (const glyph of typeface.shape(text).glyphs) {
    const box = typeface.extents(glyph.id);
    if (!box) continue;
    ink = {
      left: Math.min(ink.left, glyph.x + box.left),
      right: Math.max(ink.right, glyph.x + box.right),
      above: Math.max(ink.above, glyph.y + box.top),
      below: Math.max(ink.below, -(glyph.y + box.bottom)),
    };
  }
  return ink.left <= ink.right ? ink : { left: 0, right: 0, above: 0, below: 0 };
}

/** Letters that the font cannot draw, each once; a text with any of them must not go on air. */
export function missingLetters(font: FontName, text: string): string[] {
  const typeface = openTypeface(font);
  const letters = [...new Set(text)].filter((letter) => !/^[\p{Cf}\p{Zs}]$/u.test(letter));
  return letters.filter((letter) => typeface.shape(letter).glyphs.some((glyph) => glyph.id === 0));
}
