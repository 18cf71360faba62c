import { join } from 'node:path';
import { readDeliveryPresets } from '../../engine/film/delivery-preset.ts';
import { findPreset } from '../../engine/film/preset-variants.ts';
import type { WebContext } from '../http/route.ts';

/** A deliverable's name as people say it: “Cable (SD, MPEG-2)” for `sd-mpeg2`. */
export type NamePreset = (name: string) => string;

// Two dozen files, for words that change with a new version only: read once, not at every look at a page.
const read = new Map<string, Awaited<ReturnType<typeof readDeliveryPresets>>>();

/** Titles of the delivery presets in the reader's language; a preset that is no longer there keeps its own name. */
export async function namePresets(c: WebContext): Promise<NamePreset> {
  const folder = join(c.get('app').config.projectRoot, 'presets/delivery');
  const presets = read.get(folder) ?? (await readDeliveryPresets(folder));
  read.set(folder, presets);
  return (name) => findPreset(presets, name)?.title[c.get('language')] ?? name;
}
