import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Catalogue, Change } from '../../kernel/catalogue.ts';
import { channels, districts, divisions, operators, schemes } from './directory.table.ts';
import type { PresetData } from './preset-data.ts';
import type { OperatorRow, SchemeRow } from './preset-rows.ts';

/**
 * Brings the shipped directory into the catalogue: places follow the files, a scheme follows them until somebody edits it
 * on a page, an example operator is only ever added. Asks first whether anything differs, so a second start writes nothing.
 */
export function loadPresets({ catalogue }: { catalogue: Catalogue }, data: PresetData): { changed: boolean } {
  const hash = hashOf(data);
  const last = catalogue.rows
    .select()
    .from(schemes)
    .where(eq(schemes.code, data.schemes[0]?.code ?? ''))
    .get();
  const known = last?.presetHash === hash;
  if (known) return { changed: false };
  catalogue.change((change) => {
    loadPlaces(change, data);
    for (const row of data.schemes) loadScheme(change, row, hash);
    for (const row of data.operators) loadOperator(change, row);
    change.audit({ actor: 'system', act: 'directory.load', subject: 'presets', detail: { hash } });
  });
  return { changed: true };
}

function loadPlaces({ rows }: Change, data: PresetData): void {
  for (const { code, hi, en } of data.divisions) {
    rows
      .insert(divisions)
      .values({ code, hi, en })
      .onConflictDoUpdate({ target: divisions.code, set: { hi, en } })
      .run();
  }
  for (const { code, division, hi, en } of data.districts) {
    const set = { division, hi, en };
    rows
      .insert(districts)
      .values({ code, ...set })
      .onConflictDoUpdate({ target: districts.code, set })
      .run();
  }
}

function loadScheme({ rows }: Change, row: SchemeRow, presetHash: string): void {
  const data = JSON.stringify(row);
  const there = rows.select().from(schemes).where(eq(schemes.code, row.code)).get();
  if (!there) rows.insert(schemes).values({ code: row.code, data, presetHash }).run();
  // An edited row keeps the office's words; only the mark that the files were seen moves on.
  else
    rows
      .update(schemes)
      .set(there.edited ? { presetHash } : { data, presetHash })
      .where(eq(schemes.code, row.code))
      .run();
}

function loadOperator({ rows, at }: Change, row: OperatorRow): void {
  if (rows.select().from(operators).where(eq(operators.id, row.id)).get()) return;
  const settings = JSON.stringify({ names: row.names, delivery: row.delivery, playlists: row.playlists });
  const { id, district, example } = row;
  rows
    .insert(operators)
    .values({ id, name: row.names.hi, district, example, settings, createdAt: at.toISOString() })
    .run();
  for (const channel of row.channels) {
    const values = {
      id: channel.id,
      operatorId: id,
      name: channel.names.hi,
      district,
      tags: JSON.stringify(channel.tags),
      breaks: JSON.stringify(channel.breaks),
    };
    rows.insert(channels).values(values).onConflictDoNothing().run();
  }
}

function hashOf(data: PresetData): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex');
}
