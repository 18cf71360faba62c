import { asc, eq } from 'drizzle-orm';
import type { Catalogue, Rows } from '../../kernel/catalogue.ts';
import { StaleVersionError } from '../../kernel/etag.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { schemes } from './directory.table.ts';
import { type SchemeRow, schemeRow } from './preset-rows.ts';

export type Scheme = SchemeRow & { readonly version: number; readonly hidden: boolean; readonly edited: boolean };

export function findScheme(rows: Rows, code: string): Scheme | undefined {
  const row = rows.select().from(schemes).where(eq(schemes.code, code)).get();
  return row && toScheme(row);
}

/** Every scheme that may be chosen, most used first, then by code. */
export function listSchemes(rows: Rows): Scheme[] {
  const all = rows.select().from(schemes).orderBy(asc(schemes.code)).all().map(toScheme);
  return all.filter((scheme) => !scheme.hidden).sort((a, b) => Number(b.mostUsed) - Number(a.mostUsed));
}

/** Saves an office's own words for a scheme; from then on newer files no longer replace them. */
export function editScheme(
  { catalogue }: { catalogue: Catalogue },
  by: { id: string },
  edit: { version: number; row: SchemeRow },
): void {
  catalogue.change(({ rows, audit }) => {
    const there = rows.select().from(schemes).where(eq(schemes.code, edit.row.code)).get();
    if (!there) throw new NotFoundError('scheme');
    if (there.version !== edit.version) throw new StaleVersionError(there.version);
    const set = { data: JSON.stringify(edit.row), edited: true, version: there.version + 1 };
    rows.update(schemes).set(set).where(eq(schemes.code, edit.row.code)).run();
    audit({ actor: by.id, act: 'scheme.edit', subject: edit.row.code, detail: { version: set.version } });
  });
}

function toScheme(row: typeof schemes.$inferSelect): Scheme {
  return { ...schemeRow.parse(JSON.parse(row.data)), version: row.version, hidden: row.hidden, edited: row.edited };
}
