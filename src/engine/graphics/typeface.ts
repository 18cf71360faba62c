import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Blob, Buffer, Face, Font, shape } from 'harfbuzzjs';

export const FONT_NAMES = [
  ...(['Mukta 600', 'Mukta 700', 'Mukta 800'] as const),
  ...(['Baloo 2 600', 'Baloo 2 700', 'Baloo 2 800', 'Khand 700'] as const),
];
export type FontName = (typeof FONT_NAMES)[number];

const FILES: Readonly<Record<FontName, string>> = {
  'Mukta 600': '@expo-google-fonts/mukta/600SemiBold/Mukta_600SemiBold.ttf',
  'Mukta 700': '@expo-google-fonts/mukta/700Bold/Mukta_700Bold.ttf',
  'Mukta 800': '@expo-google-fonts/mukta/800ExtraBold/Mukta_800ExtraBold.ttf',
  'Baloo 2 600': '@expo-google-fonts/baloo-2/600SemiBold/Baloo2_600SemiBold.ttf',
  'Baloo 2 700': '@expo-google-fonts/baloo-2/700Bold/Baloo2_700Bold.ttf',
  'Baloo 2 800': '@expo-google-fonts/baloo-2/800ExtraBold/Baloo2_800ExtraBold.ttf',
  'Khand 700': '@expo-google-fonts/khand/Khand_700Bold.ttf',
};

/** A glyph where the shaper put it, in em from the start of the line; y grows upward. */
export interface PlacedGlyph {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

export interface ShapedText {
  readonly glyphs: readonly PlacedGlyph[];
  /** Advance of the whole line, in em. */
  readonly advance: number;
}

/** A font file that is open for shaping. All measures are in em. */
export interface Typeface {
  readonly name: FontName;
  /** The family's name as libass looks it up. */
  readonly family: string;
  /** Height of the headline (shirorekha) over the baseline. */
  readonly headline: number;
  /** Ascent and descent together as Windows has them: what libass calls the font's size. */
  readonly winHeight: number;
  shape(text: string): ShapedText;
  /** Ink of a glyph round its own origin, y upward; undefined for a blank. */
  extents(glyph: number): { left: number; right: number; top: number; bottom: number } | undefined;
  /** Outline commands with their numbers in em, y upward. */
  outline(glyph: number): readonly { readonly type: string; readonly values: readonly number[] }[];
}

const opened = new Map<FontName, Typeface>();

/** The open font of a name; read from its package once. */
export function openTypeface(name: FontName): Typeface {
  const known = opened.get(name);
  if (known) return known;
  const typeface = readTypeface(name);
  opened.set(name, typeface);
  return typeface;
}

/** Where the font's file lies on this disk. */
export function fontFile(name: FontName): string {
  return createRequire(import.meta.url).resolve(FILES[name]);
}

function readTypeface(name: FontName): Typeface {
  const face = new Face(new Blob(new Uint8Array(readFileSync(fontFile(name)))));
  const font = new Font(face);
  const em = face.upem;
  const shapeLine = remembered((text) => shapeWith(font, em, text));
  const extents = (glyph: number) => extentsOf(font, em, glyph);
  // न stands under a plain headline: its top is the headline's.
  const headline = extents(shapeLine('न').glyphs[0]?.id ?? 0)?.top ?? 0.63;
  return {
    name,
    family: face.getName(FAMILY_NAME, 'en'),
    headline,
    winHeight: winHeight(face) / em,
    shape: shapeLine,
    extents,
    outline: (glyph) =>
      font.glyphToJson(glyph).map(({ type, values }) => ({ type, values: values.map((value) => value / em) })),
  };
}

// A film asks for the same few hundred lines thousands of times; what was asked longest ago is forgotten.
const REMEMBERED = 4000;

function remembered(shapeText: (text: string) => ShapedText): (text: string) => ShapedText {
  const known = new Map<string, ShapedText>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const shaped = shapeText(text);
    const [oldest] = known.keys();
    if (known.size >= REMEMBERED && oldest !== undefined) known.delete(oldest);
    known.set(text, shaped);
    return shaped;
  };
}

/** Number of the family's name in an OpenType name table. */
const FAMILY_NAME = 1;

/** usWinAscent and usWinDescent stand at bytes 74 and 76 of the OS/2 table. */
function winHeight(face: Face): number {
  const table = face.referenceTable('OS/2');
  if (!table) throw new Error('the font has no OS/2 table');
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  return view.getUint16(74) + view.getUint16(76);
}

function shapeWith(font: Font, em: number, text: string): ShapedText {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(font, buffer);
  const positions = buffer.getGlyphPositions();
  let pen = 0;
  const glyphs = buffer.getGlyphInfos().map((info, index) => {
    const { xOffset, yOffset, xAdvance } = positions[index] ?? { xOffset: 0, yOffset: 0, xAdvance: 0 };
    const glyph = { id: info.codepoint, x: (pen + xOffset) / em, y: yOffset / em };
    pen += xAdvance;
    return glyph;
  });
  return { glyphs, advance: pen / em };
}

function extentsOf(font: Font, em: number, glyph: number) {
  const box = font.glyphExtents(glyph);
  if (!box || box.width === 0) return undefined;
  const { xBearing, yBearing, width, height } = box;
  return { left: xBearing / em, right: (xBearing + width) / em, top: yBearing / em, bottom: (yBearing + height) / em };
}
