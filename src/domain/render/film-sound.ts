import { inArray } from 'drizzle-orm';
import type { SoundFault } from '../../engine/film/decide-voice.ts';
import { madeOf } from '../../engine/film/segments/made-of.ts';
import type { Rows } from '../../kernel/catalogue.ts';
import { filmSegments } from './render.table.ts';

/** What was the matter with the clip's sound when these cuts' films were made, each fault once. */
export function listSoundFaults(rows: Rows, cutIds: readonly string[]): SoundFault[] {
  const found = rows
    .select({ madeOf: filmSegments.madeOf })
    .from(filmSegments)
    .where(inArray(filmSegments.cutId, [...cutIds]))
    .all();
  return [...new Set(found.flatMap((row) => madeOf.parse(JSON.parse(row.madeOf)).sound.faults))];
}
