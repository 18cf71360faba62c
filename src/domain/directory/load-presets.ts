import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Catalogue, Change } from '../../kernel/catalogue.ts';
import { channels, departments, districts, divisions, operators, schemes } from './directory.table.ts';
import type { PresetData } from './preset-data.ts';
import type { DepartmentRow, OperatorRow, SchemeRow } from './preset-rows.ts';

/**
 * Brings the shipped directory into the catalogue. The department, a place and a scheme follow the files until somebody
 * edits that row on a page; from then on it keeps the office's words. An example operator is only ever added, and nothing
 * is ever taken away. Asks first whether anything differs, so a second start writes nothing.
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
    loadDepartment(change, data.department);
    loadPlaces(change, data);
    for (const row of data.schemes) loadScheme(change, row, hash);
    for (const row of data.operators) loadOperator(change, row);
    change.audit({ actor: 'system', act: 'directory.load', subject: 'presets', detail: { hash } });
  });
  return { changed: true };
}

function loadDepartment({ rows }: Change, { hi, en }: DepartmentRow): void {
  rows
    .insert(departments)
    .values({ code: 'own', hi, en })
    .onConflictDoUpdate({ target: departments.code, set: { hi, en }, setWhere: eq(departments.edited, false) })
    .run();
}

function loadPlaces({ rows }: Change, data: PresetData): void {
  for (const { code, hi, en, source, checkedOn } of data.divisions) {
    const set = { hi, en, source, checkedOn };
    rows
      .insert(divisions)
      .values({ code, ...set })
      .onConflictDoUpdate({ target: divisions.code, set, setWhere: eq(divisions.edited, false) })
      .run();
  }
  for (const { code, division, hi, en, source, checkedOn } of data.districts) {
    const set = { division, hi, en, source, checkedOn };
    rows
      .insert(districts)
      .values({ code, ...set })
      .onConflictDoUpdate({ target: districts.code, set, setWhere: eq(districts.edited, false) })
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
