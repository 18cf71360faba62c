import type { Aspect } from '../graphics/layers.ts';
import type { BlocksLook, Look, PaperLook, SlabsLook } from '../graphics/look.ts';
import { openTypeface } from '../graphics/typeface.ts';

/** How a look's captions are drawn by libass. */
export interface CaptionStyle {
  /** The values of one `Style:` line. */
  readonly fields: string;
  /** An em (px) as libass counts it. */
  sizeOf(em: number): string;
  /** The texts of the events that draw one caption, lowest first; the lines are escaped already. */
  events(lines: readonly string[]): string[];
}

export const STYLE_FIELDS =
  'Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding';

/** `numberColour`: what numbers stand in, in looks that emphasise them. */
export function captionStyle(look: Look, aspect: Aspect, numberColour: string | undefined): CaptionStyle {
  if (look.style === 'slabs') return oneBox(look, aspect);
  if (look.style === 'paper') return outlineOverCloud(look, aspect);
  return boxALine(look, aspect, numberColour);
}

/** BorderStyle 4: one box round all lines, as far away as the shadow is deep. */
function oneBox(look: SlabsLook, aspect: Aspect): CaptionStyle {
  const { fill, box, boxOpacity } = look.caption;
  const { pad } = look.aspects[aspect].caption;
  const border: Omit<Border, 'fill'> = {
    style: 4,
    outline: 0,
    shadow: pad,
    edge: assColour(box, 1),
    back: assColour(box, boxOpacity),
  };
  return {
    fields: styleOf(look, aspect, { fill, ...border }),
    sizeOf: sizesOf(look),
    events: (lines) => [withAir(lines)],
  };
}

/** A dark outline, and below it the same words once more as a soft cloud. */
function outlineOverCloud(look: PaperLook, aspect: Aspect): CaptionStyle {
  const { fill, outline: edge, shadow: back, cloud } = look.caption;
  const { em, outline, shadow } = look.aspects[aspect].caption;
  const border: Omit<Border, 'fill'> = {
    style: 1,
    outline,
    shadow,
    edge: assColour(edge, 1),
    back: assColour(back, 0.65),
  };
  const size = (length: number) => Math.round((length * em) / 60);
  const alpha = assAlpha(cloud.opacity);
  // Letters and shadow are not drawn, the border alone: wide, blurred, half seen through.
  const soft = `{\\1a&HFF&\\4a&HFF&\\shad0\\bord${size(cloud.outline)}\\blur${size(cloud.blur)}\\3a&H${alpha}&}`;
  return {
    fields: styleOf(look, aspect, { fill, ...border }),
    sizeOf: sizesOf(look),
    events: (lines) => [`${soft}${lines.join('\\N')}`, lines.join('\\N')],
  };
}

// ₹1,20,000, 12.5, 181: what is coloured; a lone comma or full stop after it is not.
const NUMBER = /₹?[\d०-९](?:[\d०-९,.]*[\d०-९])?/gu;

/** BorderStyle 3: a tight box a line; numbers with their ₹ in the scheme's colour. */
function boxALine(look: BlocksLook, aspect: Aspect, numberColour: string | undefined): CaptionStyle {
  const { fill, box, boxOpacity } = look.caption;
  const { pad } = look.aspects[aspect].caption;
  const edge = assColour(box, boxOpacity);
  const fields = styleOf(look, aspect, { fill, style: 3, outline: pad, shadow: 0, edge, back: assColour(box, 0) });
  const coloured = (line: string) =>
    numberColour ? line.replace(NUMBER, (number) => `${override(numberColour)}${number}${override(fill)}`) : line;
  return { fields, sizeOf: sizesOf(look), events: (lines) => [withAir(lines.map(coloured))] };
}

// A hard space at both ends gives the box air beside the letters.
function withAir(lines: readonly string[]): string {
  return lines.map((line) => `\\h${line}\\h`).join('\\N');
}

interface Border {
  readonly fill: string;
  readonly style: 1 | 3 | 4;
  readonly outline: number;
  readonly shadow: number;
  readonly edge: string;
  readonly back: string;
}

function styleOf(look: Look, aspect: Aspect, { fill, style, outline, shadow, edge, back }: Border): string {
  const { em, left, right, bottom } = look.aspects[aspect].caption;
  const { family } = openTypeface(look.fonts.caption);
  const size = sizesOf(look)(em);
  const colours = [assColour(fill, 1), assColour(fill, 1), edge, back];
  const plain = ['0', '0', '0', '0', '100', '100', '0', '0'];
  const place = [style, outline, shadow, 2, left, right, bottom, 1];
  return ['caption', family, size, ...colours, ...plain, ...place].join(',');
}

// libass sizes a font by its Windows ascent and descent, not by its em.
function sizesOf(look: Look): (em: number) => string {
  const { winHeight } = openTypeface(look.fonts.caption);
  return (em) => (em * winHeight).toFixed(1);
}

/** `#RRGGBB` → `&HAABBGGRR`, where AA counts transparency. */
function assColour(hex: string, opacity: number): string {
  return `&H${assAlpha(opacity)}${bgr(hex)}`;
}

function assAlpha(opacity: number): string {
  return Math.round((1 - opacity) * 255)
    .toString(16)
    .padStart(2, '0')
    .toUpperCase();
}

function bgr(hex: string): string {
  return `${hex.slice(5, 7)}${hex.slice(3, 5)}${hex.slice(1, 3)}`;
}

function override(hex: string): string {
  return `{\\c&H${bgr(hex)}&}`;
}
