import { asc, eq } from 'drizzle-orm';
import type { Rows } from '../../kernel/catalogue.ts';
import { schemes } from './directory.table.ts';
import { type SchemeRow, schemeRow } from './preset-rows.ts';

export type Scheme = SchemeRow & { readonly version: number; readonly hidden: boolean; readonly edited: boolean };

export function findScheme(rows: Rows, code: string): Scheme | undefined {
  const row = rows.select().from(schemes).where(eq(schemes.code, code)).get();
  return row && toScheme(row);
}

/** Every scheme that may be chosen, most used first, then by code. */
export function listSchemes(rows: Rows): Scheme[] {
  return listEveryScheme(rows)
    .filter((scheme) => !scheme.hidden)
    .sort((a, b) => Number(b.mostUsed) - Number(a.mostUsed));
}

/** As listSchemes with those that may no longer be chosen, by code. */
export function listEveryScheme(rows: Rows): Scheme[] {
  return rows.select().from(schemes).orderBy(asc(schemes.code)).all().map(toScheme);
}

/** The scheme as a row of data, without what the catalogue adds. */
export function schemeRowOf({ version: _version, hidden: _hidden, edited: _edited, ...row }: Scheme): SchemeRow {
  return row;
}

function toScheme(row: typeof schemes.$inferSelect): Scheme {
  return { ...schemeRow.parse(JSON.parse(row.data)), version: row.version, hidden: row.hidden, edited: row.edited };
}
