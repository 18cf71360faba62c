import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { slateLayout } from './slate/slate-layout.ts';

const fraction = z.strictObject({ num: z.int().positive(), den: z.int().positive() });

const constantRate = z.strictObject({
  kind: z.literal('constant'),
  kbps: z.int().positive(),
  bufferBits: z.int().positive(),
});

const qualityRate = z.strictObject({
  kind: z.literal('quality'),
  /** H.264 rate factor: lower is better, 18 looks like the source. */
  rateFactor: z.number().min(0).max(51),
  ceilingKbps: z.int().positive(),
  bufferBits: z.int().positive(),
});

const picture = z.strictObject({
  codec: z.enum(['mpeg2', 'h264']),
  profile: z.enum(['main', 'high', '422']),
  level: z.enum(['main', 'high', '3.1', '4.0', '4.1']),
  chroma: z.enum(['420', '422']),
  raster: z.strictObject({ width: z.int().positive().multipleOf(2), height: z.int().positive().multipleOf(2) }),
  pixelAspect: fraction,
  /** How the 16:9 master stands in the raster; the last two are for 4:3 sets. */
  shape: z.enum(['full', 'crop-14x9', 'letterbox']).default('full'),
  /** Lines on top that belong to the old vertical blanking (D-10: 32 of 608). */
  blankLines: z.int().min(0).multipleOf(2).default(0),
  scan: z.enum(['interlaced-top-first', 'progressive']),
  /** `fields`: 50 moments a second where the clip has them; `frames`: 25 whole pictures, as every clip has. */
  motion: z.enum(['frames', 'fields']).default('frames'),
  // One master for all: every film of this installation is 25 frames a second.
  frameRate: z.strictObject({ num: z.literal(25), den: z.literal(1) }),
  bitrate: z.discriminatedUnion('kind', [constantRate, qualityRate]),
  gop: z.strictObject({ length: z.int().positive(), bFrames: z.int().min(0), closed: z.literal(true) }),
  colour: z.strictObject({
    primaries: z.enum(['bt709', 'bt470bg']),
    transfer: z.literal('bt709'),
    matrix: z.enum(['bt709', 'bt470bg']),
  }),
});

const container = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mpeg-ps'), totalKbps: z.int().positive() }),
  z.strictObject({ kind: z.literal('mpeg-ts'), totalKbps: z.int().positive() }),
  z.strictObject({
    kind: z.literal('mxf-op1a'),
    timecodeStart: z.string().regex(/^\d{2}:\d{2}:\d{2}:\d{2}$/),
    commercialName: z.string(),
  }),
  z.strictObject({
    kind: z.literal('mxf-d10'),
    timecodeStart: z.string().regex(/^\d{2}:\d{2}:\d{2}:\d{2}$/),
    commercialName: z.string(),
  }),
  z.strictObject({ kind: z.literal('mp4') }),
]);

const sound = z.discriminatedUnion('codec', [
  z.strictObject({
    codec: z.enum(['mp2', 'aac']),
    layout: z.literal('stereo'),
    kbps: z.int().positive(),
    sampleRate: z.literal(48000),
  }),
  z.strictObject({ codec: z.literal('pcm-s24'), layout: z.literal('two-mono'), sampleRate: z.literal(48000) }),
  // One stream of four channels: left, right, and two silent ones that D-10 machines expect.
  z.strictObject({ codec: z.literal('pcm-s16'), layout: z.literal('four-in-one'), sampleRate: z.literal(48000) }),
]);

const wholePreset = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  title: z.strictObject({ hi: z.string(), en: z.string() }),
  extension: z.string().regex(/^[a-z0-9]+$/),
  container,
  picture,
  sound,
  /** For broadcast masters: what stands around the programme where an operator wants a file with slate beside the clean one. */
  slate: slateLayout.optional(),
  loudness: z.strictObject({
    targetLufs: z.number().min(-40).max(-5),
    toleranceLu: z.number().positive(),
    truePeakDbtp: z.number().max(0),
    /** For spots: the loudest three seconds, or else the loudest 400 ms, must keep below (EBU R128 s1). */
    shortForm: z.strictObject({ maxShortTermLufs: z.number(), maxMomentaryLufs: z.number() }).optional(),
  }),
});

// What no file can be: a preset that holds it is a slip of the pen.
const deliveryPreset = wholePreset
  .refine(({ picture: { scan, motion } }) => motion === 'frames' || scan !== 'progressive', {
    path: ['picture', 'motion'],
    message: 'a progressive file has no fields',
  })
  .refine(({ picture }) => picture.shape === 'full' || shownWidth(picture) < 1.5, {
    path: ['picture', 'shape'],
    message: 'only a 4:3 raster is cropped or letterboxed',
  });

function shownWidth({ raster, pixelAspect }: z.infer<typeof picture>): number {
  return (raster.width * pixelAspect.num) / pixelAspect.den / raster.height;
}

/** What a broadcast file must be: facts of the trade, no encoder's option. */
export type DeliveryPreset = z.infer<typeof deliveryPreset> & {
  /** The file with slate: made of the clean one, never encoded for itself. No preset file says so; an operator does. */
  readonly slated?: true;
};

/** The same file with 50 fields of motion instead of 25 pictures; a progressive one stays as it is. */
export function withFields(preset: DeliveryPreset): DeliveryPreset {
  if (preset.picture.scan === 'progressive') return preset;
  return { ...preset, picture: { ...preset.picture, motion: 'fields' } };
}

/**
 * Reads every preset of a folder, by name; one that is `basedOn` another holds only what differs. Throws, naming file and
 * field, when one does not hold.
 */
export async function readDeliveryPresets(folder: string): Promise<ReadonlyMap<string, DeliveryPreset>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  const raw = new Map<string, unknown>();
  for (const file of files) raw.set(file, parse(await readFile(join(folder, file), 'utf8')));
  const presets = files.map((file) => readPreset(raw, file));
  return new Map(presets.map((preset) => [preset.name, preset]));
}

const derived = z.looseObject({ basedOn: z.string() });

function readPreset(raw: ReadonlyMap<string, unknown>, file: string): DeliveryPreset {
  const parsed = deliveryPreset.safeParse(withBase(raw, file));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  if (`${parsed.data.name}.yaml` !== file) throw new Error(`${file}: holds the preset "${parsed.data.name}"`);
  return parsed.data;
}

function withBase(raw: ReadonlyMap<string, unknown>, file: string): unknown {
  const own = raw.get(file);
  const based = derived.safeParse(own);
  if (!based.success) return own;
  const { basedOn, ...differing } = based.data;
  const base = raw.get(`${basedOn}.yaml`);
  // One step only: who reads a preset opens two files at most.
  if (base === undefined || derived.safeParse(base).success)
    throw new Error(`${file}: based on "${basedOn}", which is no whole preset`);
  return laidOver(base, differing);
}

const fields = z.record(z.string(), z.unknown());

/** Field by field, so that a preset can say one number of its base's picture anew. */
function laidOver(base: unknown, own: unknown): unknown {
  const [below, above] = [fields.safeParse(base), fields.safeParse(own)];
  if (!below.success || !above.success) return own;
  const merged = { ...below.data };
  for (const [key, value] of Object.entries(above.data)) merged[key] = laidOver(merged[key], value);
  return merged;
}
