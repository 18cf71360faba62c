import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { RefusalError, unwrap } from '../../kernel/refusal.ts';
import {
  aspectFields,
  aspects,
  captionFields,
  captionPlace,
  colour,
  count,
  endCardFields,
  inks,
  lookFields,
  lookWord,
  markShape,
  motionFields,
  px,
  schemeRules,
} from './look-fields.ts';
import { missingMark, recodeMark } from './mark-picture.ts';

/** A mark drawn large and quiet behind the end card; in shares of the canvas, its radius of the shorter side. */
const shade = z.strictObject({ x: z.number(), y: z.number(), radius: z.number() });

const chip = z.strictObject({ entry: count, exit: count });
const endCard = z.strictObject({ ground: count, part: count, schemeAt: px, callAt: px, contactAt: px });

/** Square slabs beside a bar. */
const slabs = z.strictObject({
  style: z.literal('slabs'),
  ...lookFields,
  colours: z.strictObject({
    ...inks,
    rule: colour,
    shade: colour,
    scheme: z.strictObject({ deep: schemeRules.deep, light: schemeRules.light, onInk: schemeRules.onInk }),
  }),
  barWidth: px,
  sides: z.strictObject({ opacity: z.number() }),
  aspects: aspects(
    z.strictObject({
      ...aspectFields,
      caption: z.strictObject({ ...captionPlace, pad: px }),
      endCard: z.strictObject({ ...endCardFields, x: px, bar: px, top: px, contactTop: px, gap: px, shade }),
    }),
  ),
  caption: z.strictObject({ ...captionFields, box: colour, boxOpacity: z.number() }),
  motion: z.strictObject({
    ...motionFields,
    chip,
    lowerThird: z.strictObject({ entry: count, exit: count, bar: count, rowGap: count }),
    figure: z.strictObject({ entry: count, exit: count, numberAt: count, number: count }),
    endCard,
  }),
});

/** Sheets of paper with round corners, a tilted one behind, a printed border. */
const paper = z.strictObject({
  style: z.literal('paper'),
  ...lookFields,
  colours: z.strictObject({
    ...inks,
    ochre: colour,
    scheme: z.strictObject({ deep: schemeRules.deep }),
  }),
  radius: px,
  sides: z.strictObject({ opacity: z.number(), radius: px }),
  aspects: aspects(
    z.strictObject({
      ...aspectFields,
      grain: z.boolean(),
      caption: z.strictObject({ ...captionPlace, outline: px, shadow: px }),
      endCard: z.strictObject({ ...endCardFields, top: px, contactTop: px, gap: px, bottomRows: count }),
    }),
  ),
  caption: z.strictObject({
    ...captionFields,
    outline: colour,
    shadow: colour,
    /** Sizes at an em of 60 px. */
    cloud: z.strictObject({ outline: px, blur: px, opacity: z.number() }),
  }),
  motion: z.strictObject({
    ...motionFields,
    chip: chip.extend({ slide: px, fade: count }),
    lowerThird: z.strictObject({
      ...{ entry: count, exit: count, rise: px, fade: count, sink: px },
      ...{ sheetAt: count, overshoot: z.number(), settle: count, underlineAt: count, underline: count },
    }),
    figure: z.strictObject({
      ...{ entry: count, exit: count, fade: count, numberAt: count, rise: px, underlineAt: count, underline: count },
    }),
    endCard: endCard.extend({ rise: px }),
  }),
});

/** Blocks that hug each line. */
const blocks = z.strictObject({
  style: z.literal('blocks'),
  ...lookFields,
  colours: z.strictObject({ ...inks, shade: colour, scheme: z.strictObject({ light: schemeRules.light }) }),
  sides: z.strictObject({ opacity: z.number(), underOpacity: z.number() }),
  aspects: aspects(
    z.strictObject({
      ...aspectFields,
      caption: z.strictObject({ ...captionPlace, pad: px }),
      endCard: z.strictObject({ ...endCardFields, x: px, shade: shade.extend({ inScheme: z.boolean() }) }),
    }),
  ),
  caption: z.strictObject({ ...captionFields, box: colour, boxOpacity: z.number() }),
  motion: z.strictObject({
    ...motionFields,
    chip,
    lowerThird: z.strictObject({ block: count, exit: count, rowGap: count }),
    figure: z.strictObject({ entry: count, exit: count, countSteps: count, resultAt: count, result: count }),
    endCard: z.strictObject({ ground: count, part: count, callAt: px, contactAt: px, restAt: px }),
  }),
});

/** What look.yaml may hold; a look that is changed on a page is held against it as well. */
export const lookFile = z.discriminatedUnion('style', [slabs, paper, blocks]);

const words = z.strictObject({ call: lookWord, helpline: lookWord, office: lookWord, scan: lookWord });
export const lookWords = z.strictObject({ hi: words, en: words });

export type Curve = Look['motion']['in'];
/** What all looks share: the end card's words and the department's mark. */
interface Shared {
  readonly words: z.infer<typeof lookWords>;
  readonly markShape: z.infer<typeof markShape>;
  /** PNG in base64, in the drawn mark's place. */
  readonly markPicture?: string | undefined;
}
export type SlabsLook = z.infer<typeof slabs> & Shared;
export type PaperLook = z.infer<typeof paper> & Shared;
export type BlocksLook = z.infer<typeof blocks> & Shared;
/** A brand template as data: where everything stands, in which type and colour, and how it moves. */
export type Look = SlabsLook | PaperLook | BlocksLook;

export type SlabsAspect = SlabsLook['aspects']['16x9'];
export type PaperAspect = PaperLook['aspects']['16x9'];
export type BlocksAspect = BlocksLook['aspects']['16x9'];
export type LookAspect = SlabsAspect | PaperAspect | BlocksAspect;

/**
 * Reads `watermarks/<look>/look.yaml` and what looks share. Throws when a file is not to the schema, RefusalError when the
 * picture that the look names is missing or none.
 */
export async function readLook(folder: string): Promise<Look> {
  const read = async <T>(file: string, schema: z.ZodType<T>) =>
    schema.parse(parse(await readFile(join(folder, file), 'utf8')));
  const look = await read('look.yaml', lookFile);
  const [words, mark] = [await read('../shared/words.yaml', lookWords), await read('../shared/mark.yaml', markShape)];
  const { picture } = look.mark;
  const drawn = { ...look, words, markShape: mark };
  return picture === undefined ? drawn : { ...drawn, markPicture: await readMark(folder, picture, look.name) };
}

async function readMark(folder: string, picture: string, look: string): Promise<string> {
  const bytes = await readFile(join(folder, picture)).catch(absent);
  if (!bytes) throw new RefusalError(missingMark(look, picture));
  return Buffer.from(unwrap(await recodeMark(bytes)).png).toString('base64');
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}
