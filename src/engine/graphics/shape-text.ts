import { type FontName, openTypeface } from './typeface.ts';

/** Where a line starts on its baseline (px of the canvas, y downward) and how large it is. */
export interface TextPlace {
  readonly x: number;
  readonly baseline: number;
  readonly em: number;
  readonly font: FontName;
}

/**
 * One line shaped by HarfBuzz, as the data of an SVG path: every renderer then draws the same Devanagari. (resvg's own text
 * loses spaces and lets ज्ञान fall on itself.) Throws when the font lacks a letter: ask missingLetters first.
 */
export function outlineText(text: string, place: TextPlace): string {
  const typeface = openTypeface(place.font);
  const { glyphs } = typeface.shape(text);
  if (glyphs.some((glyph) => glyph.id === 0)) throw new Error(`${place.font} lacks a letter of "${text}"`);
  return glyphs
    .map((glyph) => {
      const x = (value: number) => round(place.x + (glyph.x + value) * place.em);
      const y = (value: number) => round(place.baseline - (glyph.y + value) * place.em);
      return typeface
        .outline(glyph.id)
        .map(
          ({ type, values }) => type + values.map((value, index) => (index % 2 === 0 ? x(value) : y(value))).join(' '),
        )
        .join('');
    })
    .join('');
}

// A twentieth of a pixel: finer than the raster's own steps.
function round(value: number): number {
  return Math.round(value * 20) / 20;
}
