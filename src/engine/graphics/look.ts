import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { FONT_NAMES } from './typeface.ts';

const px = z.number().nonnegative();
const count = z.int().positive();
const colour = z.string().regex(/^#[0-9A-F]{6}$/, 'a colour is #RRGGBB in capitals');
const font = z.enum(FONT_NAMES);
const curve = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const type = z.strictObject({ em: px, height: px });

const schemeRule = { contrast: z.number(), maxChroma: z.number(), startLightness: z.number() };

const colours = z.strictObject({
  ink: colour,
  paper: colour,
  quiet: colour,
  rule: colour,
  shade: colour,
  plain: colour,
  scheme: z.strictObject({
    deep: z.strictObject({ carries: z.literal('paper'), ...schemeRule }),
    light: z.strictObject({ aboveLightness: z.number(), carries: z.literal('ink'), ...schemeRule }),
  }),
});

const mark = z.strictObject({
  opacity: z.number().min(0).max(1),
  scale: z.number().positive(),
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

const endCard = z.strictObject({
  x: px,
  maxWidth: px,
  bar: px,
  top: px,
  scheme: px,
  call: px,
  label: px,
  value: px,
  contactTop: px,
  gap: px,
  shade: z.strictObject({ x: z.number(), y: z.number(), radius: z.number() }),
});

const caption = z.strictObject({
  em: px,
  left: px,
  right: px,
  bottom: px,
  pad: px,
  maxWidthShare: z.number().min(0).max(1),
  maxCodePoints: count,
});

const aspect = z.strictObject({
  canvas: z.tuple([count, count]),
  safe: z.tuple([px, px, px, px]),
  leastEm: px,
  mark: z.strictObject({ x: px, y: px, size: px }),
  chip: z.strictObject({ em: px, pad: px, maxWidth: px }),
  lowerThird,
  caption,
  portrait: z.strictObject({ x: px, width: px, edge: px, opacity: z.number(), lowerThirdMaxWidth: px }).optional(),
  endCard,
});

const motion = z.strictObject({
  in: curve,
  out: curve,
  chip: z.strictObject({ entry: count, exit: count }),
  lowerThird: z.strictObject({ entry: count, exit: count, bar: count, rowGap: count }),
  endCard: z.strictObject({ ground: count, part: count, schemeAt: count, callAt: count, contactAt: count }),
});

const lookFile = z.strictObject({
  name: z.enum(['sober']),
  fonts: z.strictObject({ display: font, text: font, figure: font, caption: font }),
  colours,
  mark,
  barWidth: px,
  aspects: z.strictObject({ '16x9': aspect, sd: aspect, '9x16': aspect, '1x1': aspect }),
  caption: z.strictObject({ fill: colour, box: colour, boxOpacity: z.number(), gapAboveLowerThird: px }),
  motion,
});

const words = z.strictObject({ call: z.string(), helpline: z.string(), office: z.string() });
const wordsFile = z.strictObject({ hi: words, en: words });

export type LookAspect = z.infer<typeof aspect>;
export type Curve = z.infer<typeof curve>;
/** A brand template as data: where everything stands, in which type and colour, and how it moves. */
export type Look = z.infer<typeof lookFile> & { readonly words: z.infer<typeof wordsFile> };

/** Reads `watermarks/<look>/look.yaml` and the words that looks share. Throws when a file is missing or not to the schema. */
export async function readLook(folder: string): Promise<Look> {
  const look = lookFile.parse(parse(await readFile(join(folder, 'look.yaml'), 'utf8')));
  const shared = wordsFile.parse(parse(await readFile(join(folder, '..', 'shared', 'words.yaml'), 'utf8')));
  return { ...look, words: shared };
}
