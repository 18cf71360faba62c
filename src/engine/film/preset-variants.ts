import { type DeliveryPreset, withFields } from './delivery-preset.ts';

export const SHAPES = ['full', '14x9', '4x3'] as const;
export const MOTIONS = ['frames', 'fields'] as const;

/** What an operator chooses beside the preset itself. */
export interface PresetChoice {
  /** How 16:9 stands on subscribers' sets: SD presets only. */
  readonly shape: (typeof SHAPES)[number];
  /** `fields`: 50 moments a second where the clip has them; interlaced presets only. */
  readonly motion: (typeof MOTIONS)[number];
}

const PLAIN: PresetChoice = { shape: 'full', motion: 'frames' };
const NAME = /^(.+?)(?:-(14x9|4x3))?(-50i)?(-slate)?$/;
const SLATE = '-slate';

/** `sd-mpeg2-14x9-50i-slate` → `sd-mpeg2` and what its name says of shape, fields and slate. */
export function readVariant(name: string): {
  readonly base: string;
  readonly choice: PresetChoice;
  readonly slated: boolean;
} {
  const [, base = name, shape, fields, slate] = NAME.exec(name) ?? [];
  return {
    base,
    slated: slate !== undefined,
    choice: { shape: shape === '14x9' || shape === '4x3' ? shape : 'full', motion: fields ? 'fields' : 'frames' },
  };
}

/** The name of a preset as chosen: what does not concern it (a web file has no fields) leaves its name as it is. */
export function variantName(preset: DeliveryPreset, choice: PresetChoice): string {
  const { shape, motion } = preset.picture;
  const shaped = isSd(preset) && choice.shape !== 'full' && (shape === 'full' || choice.shape === '4x3');
  const fields = isInterlaced(preset) && choice.motion === 'fields' && motion === 'frames';
  return [preset.name, shaped ? `-${choice.shape}` : '', fields ? '-50i' : ''].join('');
}

/** A preset by its own name or a variant's; undefined where there is none, or the preset has no such variant. */
export function findPreset(presets: ReadonlyMap<string, DeliveryPreset>, name: string): DeliveryPreset | undefined {
  const own = presets.get(name);
  if (own) return own;
  const { base, choice, slated } = readVariant(name);
  if (slated) {
    const clean = findPreset(presets, cleanName(name));
    return clean?.slate && !clean.slated ? named({ ...clean, slated: true }, 'slate', SAID_SLATE) : undefined;
  }
  const moved = choice.motion === 'fields' ? findPreset(presets, name.slice(0, -'-50i'.length)) : undefined;
  if (moved)
    return isInterlaced(moved) && moved.picture.motion === 'frames' && !moved.slated
      ? named(withFields(moved), '50i')
      : undefined;
  const preset = presets.get(base);
  if (!preset || variantName(preset, choice) !== name || choice.shape === 'full') return undefined;
  return shaped(preset, choice.shape);
}

/** The file without slate that a slated one is made of; any other is its own. */
export function cleanName(name: string): string {
  return readVariant(name).slated ? name.slice(0, -SLATE.length) : name;
}

/** The same file with slate; undefined where the preset has none (web files, files for phones). */
export function slatedName(presets: ReadonlyMap<string, DeliveryPreset>, name: string): string | undefined {
  return findPreset(presets, `${name}${SLATE}`)?.name;
}

/** Each slated name behind its clean one: playout plays the programme alone, a file with slate comes beside it. */
export function withCleanFiles(names: readonly string[]): string[] {
  return [...new Set(names.flatMap((name) => [cleanName(name), name]))];
}

/** A preset as it is encoded: a slated file's is the clean one's. */
function cleanPreset(preset: DeliveryPreset): DeliveryPreset {
  const { slated, ...clean } = preset;
  return slated ? { ...clean, name: cleanName(preset.name) } : preset;
}

/** What has to be encoded for these presets: each clean one once. */
export function cleanPresets(presets: readonly DeliveryPreset[]): DeliveryPreset[] {
  const clean = presets.map(cleanPreset);
  return clean.filter(({ name }, at) => clean.findIndex((other) => other.name === name) === at);
}

/** Presets that are chosen by themselves: none that is another one's shape. */
export function listBasePresets(presets: ReadonlyMap<string, DeliveryPreset>): DeliveryPreset[] {
  return [...presets.values()].filter(({ name }) => readVariant(name).base === name);
}

/** Every name that `findPreset` knows. */
export function listPresetNames(presets: ReadonlyMap<string, DeliveryPreset>): string[] {
  const choices = SHAPES.flatMap((shape) => MOTIONS.map((motion) => ({ shape, motion })));
  const clean = listBasePresets(presets).flatMap((preset) => choices.map((one) => variantName(preset, one)));
  return [...new Set(clean.flatMap((name) => [name, slatedName(presets, name) ?? name]))];
}

/** What a list of presets says of shape and fields where it concerns them; undefined where two of them differ. */
export function commonChoice(
  presets: ReadonlyMap<string, DeliveryPreset>,
  chosen: readonly string[],
): PresetChoice | undefined {
  const names = [...new Set(chosen.map(cleanName))];
  const choices = SHAPES.flatMap((shape) => MOTIONS.map((motion) => ({ shape, motion })));
  const bases = names.map((name) => presets.get(readVariant(name).base));
  const fits = (choice: PresetChoice) => bases.every((base, at) => base && variantName(base, choice) === names[at]);
  return names.length === 0 ? PLAIN : choices.find(fits);
}

function isSd({ picture: { raster, blankLines, scan } }: DeliveryPreset): boolean {
  return raster.height - blankLines === 576 && scan !== 'progressive';
}

function isInterlaced({ picture }: DeliveryPreset): boolean {
  return picture.scan !== 'progressive';
}

/** On a 4:3 raster, whatever the preset's own is. */
function shaped(preset: DeliveryPreset, shape: '14x9' | '4x3'): DeliveryPreset {
  const { picture } = preset;
  const { width, height } = picture.raster;
  const pixelAspect = picture.shape === 'full' ? lowestTerms(4 * height, 3 * width) : picture.pixelAspect;
  const cropped = shape === '14x9' ? 'crop-14x9' : 'letterbox';
  const said = shape.replace('x', ':');
  return named({ ...preset, picture: { ...picture, pixelAspect, shape: cropped } }, shape, { hi: said, en: said });
}

const SAID_SLATE = { hi: 'स्लेट के साथ', en: 'with slate' };

function named(preset: DeliveryPreset, suffix: string, said = { hi: suffix, en: suffix }): DeliveryPreset {
  const { name, title } = preset;
  const both = { hi: `${title.hi} · ${said.hi}`, en: `${title.en} · ${said.en}` };
  return { ...preset, name: `${name}-${suffix}`, title: both };
}

function lowestTerms(num: number, den: number) {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  const by = divisor(num, den);
  return { num: num / by, den: den / by };
}
