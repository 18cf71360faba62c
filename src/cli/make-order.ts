import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { readPresetData } from '../domain/directory/index.ts';
import type { DeliveryPreset } from '../engine/film/delivery-preset.ts';
import type { FilmOrder } from '../engine/film/film-order.ts';
import type { FilmWarning } from '../engine/film/film-warning.ts';
import { findPreset, listBasePresets, listPresetNames, readVariant } from '../engine/film/preset-variants.ts';
import { LOOK_NAMES, type LookName } from '../engine/graphics/look-names.ts';
import type { MendedColour } from '../engine/graphics/readable-look.ts';
import { type Decision, type Refusal, RefusalError, refuse } from '../kernel/refusal.ts';
import type { MakeWish } from './make-wish.ts';

/** What a film says besides its captions, from the wish and the directory. Throws RefusalError for an unknown scheme. */
export function filmWords(
  wish: MakeWish,
  presetsFolder: string,
): Pick<FilmOrder, 'texts' | 'quote' | 'scheme' | 'department' | 'markCorner' | 'language'> {
  const row = wish.scheme === undefined ? undefined : findScheme(wish.scheme, presetsFolder);
  return {
    texts: {
      place: wish.place ? [wish.place] : [],
      ...(wish.name && { name: wish.name }),
      // Only what was said of this person: a scheme's general benefit is not theirs.
      ...(wish.quote && { benefit: wish.quote }),
    },
    scheme: row && {
      names: row.names.hi,
      colour: row.colour,
      helpline: row.helpline,
      office: row.office?.hi,
      url: row.url,
    },
    department: readDepartment(presetsFolder),
    quote: wish.quote,
    markCorner: 'left',
    language: 'hi',
  };
}

function findScheme(code: string, presetsFolder: string) {
  const { schemes } = readPresetData(presetsFolder);
  const row = schemes.find((scheme) => scheme.code === code.toUpperCase());
  if (row) return row;
  const known = schemes.map((scheme) => scheme.code).join(', ');
  throw new RefusalError({
    code: 'film.scheme',
    user: 'film.refused.scheme',
    tech: `no scheme ${code}`,
    params: { code, known },
  });
}

const departmentFile = z.strictObject({ name: z.strictObject({ hi: z.string(), en: z.string() }) });

function readDepartment(presetsFolder: string): string {
  return departmentFile.parse(parse(readFileSync(join(presetsFolder, 'department.yaml'), 'utf8'))).name.hi;
}

/** The presets of the wish in its order; refuses a name that there is none of. */
export function choosePresets(
  names: readonly string[],
  all: ReadonlyMap<string, DeliveryPreset>,
): Decision<DeliveryPreset[]> {
  const chosen: DeliveryPreset[] = [];
  for (const name of new Set(names)) {
    const preset = findPreset(all, name);
    if (!preset) return refuse(noPreset(name, all));
    chosen.push(preset);
  }
  return { ok: true, value: chosen };
}

/** Names what there is: of a preset that is known its variants. */
function noPreset(name: string, all: ReadonlyMap<string, DeliveryPreset>): Refusal {
  const base = baseNamed(name, all);
  const known = base ? listPresetNames(all).filter((one) => readVariant(one).base === base) : [...all.keys()];
  const params = { preset: name, known: known.join(', '), ...(base && { base }) };
  const user = base ? 'film.refused.variant' : 'film.refused.preset';
  return { code: 'film.preset', user, tech: `no preset ${name}`, params };
}

/** The longest preset that the name begins with: `web-2x3` is meant to be one of web. */
function baseNamed(name: string, all: ReadonlyMap<string, DeliveryPreset>): string | undefined {
  const bases = listBasePresets(all).map((preset) => preset.name);
  return bases.filter((base) => name.startsWith(`${base}-`)).sort((a, b) => b.length - a.length)[0];
}

/** Throws RefusalError for a look that there is not. */
export function lookNamed(name: string): LookName {
  const found = LOOK_NAMES.find((look) => look === name);
  if (found) return found;
  const params = { look: name, known: LOOK_NAMES.join(', ') };
  throw new RefusalError({ code: 'film.look', user: 'film.refused.look', tech: `no look ${name}`, params });
}

/** A colour of look.yaml that could not be read is drawn lighter or darker, and whoever keeps the look should know. */
export function warnOfColour({ role, chosen, drawn }: MendedColour): FilmWarning {
  return { code: 'film.look-colour', user: 'film.warn.lookColour', params: { role, chosen, drawn } };
}
