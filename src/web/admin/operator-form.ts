import { join } from 'node:path';
import { z } from 'zod';
import {
  FILE_NAMES,
  type ImportedChannel,
  type ImportedOperator,
  listDistricts,
  readAdBreaks,
} from '../../domain/directory/index.ts';
import { type DeliveryPreset, readDeliveryPresets } from '../../engine/film/delivery-preset.ts';
import {
  listPresetNames,
  MOTIONS,
  readVariant,
  SHAPES,
  slatedName,
  variantName,
} from '../../engine/film/preset-variants.ts';
import { playlistDialects } from '../../engine/playlists/dialects.ts';
import { personOf, type WebContext } from '../http/route.ts';
import { messageIn } from '../locales/index.ts';

/** What an operator's machine may take. */
export async function operatorChoices(c: WebContext) {
  const presets = await readDeliveryPresets(join(c.get('app').config.projectRoot, 'presets/delivery'));
  return { presets, delivery: listPresetNames(presets), playlists: playlistDialects.map(({ name }) => name) };
}

const text = z
  .string()
  .max(4000)
  .default('')
  .transform((words) => words.trim());
/** Boxes of one name, or words parted by blanks: both are one text. */
const several = z
  .union([z.string().max(4000), z.array(z.string().max(100)).max(100)])
  .default('')
  .transform((words) => [words].flat().join(' ').trim());
/** `beside`: a file with slate comes with each clean one that has one. */
export const SLATES = ['clean', 'beside'] as const;
export const operatorTyped = z.object({
  id: text,
  hi: text,
  en: text,
  district: text,
  phone: text,
  delivery: several,
  /** Not sent: each file stays as it was. */
  shape: z.enum(SHAPES).optional(),
  motion: z.enum(MOTIONS).optional(),
  slate: z.enum(SLATES).optional(),
  playlists: several,
  fileNames: z.enum(FILE_NAMES).optional(),
  version: text,
});
export const channelTyped = z.object({ id: text, name: text, tags: text, breaks: text, version: text });
export type OperatorTyped = z.infer<typeof operatorTyped>;
export type ChannelTyped = z.infer<typeof channelTyped>;

/** What was typed as a thing to save, or the sentences that say what is wrong with it. */
export type Read<T> = { readonly value: T } | { readonly why: string };

const ID = /^[a-z][a-z0-9-]{1,39}$/;
const parted = (words: string) => words.split(/[\s,;]+/).filter((part) => part !== '');

export async function readOperatorForm(c: WebContext, typed: OperatorTyped): Promise<Read<ImportedOperator>> {
  const choices = await operatorChoices(c);
  const problems: string[] = [];
  const tell = teller(c, problems);
  const phone = typed.phone.replace(/[\s()-]/g, '').replace(/^(\+91|0)/, '');
  if (!ID.test(typed.id)) tell('directory.csv.id', { value: typed.id });
  if (typed.hi === '') tell('directory.csv.missing', { column: c.get('t')('people.name') });
  if (phone !== '' && !/^\d{10}$/.test(phone)) tell('directory.csv.phone', { value: typed.phone });
  const districts = listDistricts(c.get('app').catalogue.rows, personOf(c).districts);
  if (!districts.some(({ code }) => code === typed.district)) tell('directory.csv.district', { value: typed.district });
  for (const key of ['delivery', 'playlists'] as const) {
    const unknown = parted(typed[key]).filter((one) => !choices[key].includes(one));
    if (unknown.length > 0 || typed[key] === '')
      tell('directory.csv.unknown', { value: unknown.join(', '), choices: choices[key].join(', ') });
  }
  if (problems.length > 0) return { why: problems.join(' ') };
  const { id, district, fileNames = 'house' } = typed;
  const names = { hi: typed.hi, en: typed.en || typed.hi };
  const [delivery, playlists] = [chosenFiles(typed, choices.presets), parted(typed.playlists)];
  return { value: { id, names, district, phone: phone || undefined, delivery, playlists, fileNames } };
}

/** The files that were ticked, in the shape, with the motion and with or without the slate that were chosen for all of them. */
function chosenFiles({ delivery, shape, motion, slate }: OperatorTyped, presets: ReadonlyMap<string, DeliveryPreset>) {
  const chosen = parted(delivery).flatMap((name) => {
    const { base, choice, slated } = readVariant(name);
    const preset = presets.get(base);
    if (!preset) return [];
    const clean = variantName(preset, { shape: shape ?? choice.shape, motion: motion ?? choice.motion });
    const beside = slate === undefined ? slated : slate === 'beside';
    return beside ? [clean, slatedName(presets, clean) ?? clean] : [clean];
  });
  return [...new Set(chosen)];
}

export function readChannelForm(
  c: WebContext,
  typed: ChannelTyped,
  of: { operatorId: string; district: string },
): Read<ImportedChannel> {
  const problems: string[] = [];
  const tell = teller(c, problems);
  if (!ID.test(typed.id)) tell('directory.csv.id', { value: typed.id });
  if (typed.name === '') tell('directory.csv.missing', { column: c.get('t')('people.name') });
  // One break a line, "18:58:00 120 prime", is the table's 18:58:00/120/prime.
  const lines = typed.breaks.split('\n').map((line) =>
    line
      .trim()
      .split(/[\s/]+/)
      .join('/'),
  );
  const breaks = readAdBreaks(lines.join('\n'), tell);
  if (problems.length > 0) return { why: problems.join(' ') };
  return { value: { id: typed.id, name: typed.name, tags: parted(typed.tags), breaks, ...of } };
}

function teller(c: WebContext, problems: string[]) {
  return (user: string, params: Record<string, string>) =>
    void problems.push(messageIn(c.get('language'), user, params));
}
