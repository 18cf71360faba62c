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
  const all = rows.select().from(schemes).orderBy(asc(schemes.code)).all().map(toScheme);
  return all.filter((scheme) => !scheme.hidden).sort((a, b) => Number(b.mostUsed) - Number(a.mostUsed));
}

function toScheme(row: typeof schemes.$inferSelect): Scheme {
  return { ...schemeRow.parse(JSON.parse(row.data)), version: row.version, hidden: row.hidden, edited: row.edited };
}
