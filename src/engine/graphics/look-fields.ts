import { z } from 'zod';
import { FONT_NAMES } from './typeface.ts';

/** Fields that all looks share. Lengths are px of the canvas, type sizes em in the same px, times frames at 25. */
export const px = z.number().nonnegative();
export const count = z.int().positive();
export const colour = z.string().regex(/^#[0-9A-F]{6}$/, 'a colour is #RRGGBB in capitals');
/** A few words that a card says by itself. */
export const lookWord = z.string().trim().normalize('NFC').min(1).max(60);
const share = z.number().min(0).max(1);
const font = z.enum(FONT_NAMES);
const curve = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const type = z.strictObject({ em: px, height: px });
const box = z.strictObject({ x: px, y: px, width: count, height: count });

const schemeRule = { contrast: z.number(), maxChroma: z.number(), startLightness: share };

/** How a scheme's colour is made safe: dark under `paper`, or light under `ink`; with both, hues above a lightness stay light. */
export const schemeRules = {
  deep: z.strictObject({ carries: z.literal('paper'), ...schemeRule }),
  light: z.strictObject({ aboveLightness: share, carries: z.literal('ink'), ...schemeRule }),
  onInk: z.strictObject(schemeRule),
};

/** `plain` stands in where a film has no scheme; `quiet` is for labels. */
export const inks = { ink: colour, paper: colour, quiet: colour, plain: colour };

/** The department's mark in units of its radius, y downward: dots and open bowls. */
export const markShape = z.strictObject({
  dots: z.array(z.strictObject({ x: z.number(), y: z.number(), radius: z.number() })),
  arcs: z.array(
    z.strictObject({ x: z.number(), y: z.number(), radius: z.number(), rise: z.number(), width: z.number() }),
  ),
});

const lowerThird = z.strictObject({
  x: px,
  bottom: px,
  maxWidth: px,
  minWidth: px,
  pad: px,
  name: type,
  row: type,
});

/** The card with one large number. The film's picture is seen in `hole`, scaled to cover it and by `zoom`, its `focus` in the middle. */
const figure = z.strictObject({
  hole: box,
  focus: z.strictObject({ x: share, y: share, zoom: z.number().min(1) }),
  x: px,
  maxWidth: px,
  label: px,
  number: px,
  verb: px,
  result: px,
});

/** Where a portrait shot stands in a wide canvas. */
const portrait = z.strictObject({
  x: px,
  y: px,
  width: count,
  height: count,
  edge: px,
  lowerThirdMaxWidth: px,
});

export const captionPlace = {
  em: px,
  left: px,
  right: px,
  bottom: px,
  maxWidthShare: share,
  maxCodePoints: count,
};

export const aspectFields = {
  canvas: z.tuple([count, count]),
  /** Left, top, right, bottom. */
  safe: z.tuple([px, px, px, px]),
  /** Nothing is set smaller. */
  leastEm: px,
  mark: z.strictObject({ x: px, y: px, size: px }),
  chip: z.strictObject({ em: px, pad: px, maxWidth: px }),
  lowerThird,
  figure,
  portrait: portrait.optional(),
};

/** Sizes of the end card's texts; `qr` 0: none. */
export const endCardFields = { maxWidth: px, scheme: px, call: px, label: px, value: px, qr: px };

export const lookFields = {
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  fonts: z.strictObject({ display: font, text: font, benefit: font, figure: font, caption: font }),
  /** `scale`: the mark's radius in parts of its tile. `picture`: a PNG beside look.yaml instead of the drawn mark. */
  mark: z.strictObject({
    opacity: share,
    scale: z.number().positive(),
    picture: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*\.png$/, 'a file name of small letters, digits and hyphens that ends in .png')
      .optional(),
  }),
};

export const captionFields = { fill: colour, gapAboveLowerThird: px };

/** Control points of the curves. */
export const motionFields = { in: curve, out: curve };

/** All canvases of a look. */
export function aspects<T extends z.ZodType>(aspect: T) {
  return z.strictObject({
    ...{ '16x9': aspect, sd: aspect, 'sd-14x9': aspect, 'sd-4x3': aspect },
    ...{ '9x16': aspect, '1x1': aspect },
  });
}
