import { sql } from 'drizzle-orm';
import type { BlobReference } from '../../kernel/blobs.ts';
import type { Rows } from '../../kernel/catalogue.ts';

/** What a column says, each value once. */
export function listNamed(rows: Rows, { table, column }: BlobReference): string[] {
  const name = sql.identifier(column);
  const found = rows.all<{ value: string }>(
    sql`SELECT DISTINCT ${name} AS value FROM ${sql.identifier(table)} WHERE ${name} IS NOT NULL`,
  );
  return found.map((row) => row.value);
}

/**
 * Every SHA-256 that stands anywhere in the catalogue, in whatever column or document: a sweep spares them all, so that a
 * forgotten reference can never cost a film. Left out is what is history: the audit trail, facts, and jobs that have ended.
 */
export function findMentionedHashes(rows: Rows): Set<string> {
  const mentioned = new Set<string>();
  for (const { table, column } of listTextColumns(rows)) {
    const live = table === 'jobs' ? sql`WHERE state IN ('waiting', 'running')` : sql``;
    const query = sql`SELECT ${sql.identifier(column)} AS value FROM ${sql.identifier(table)} ${live}`;
    for (const { value } of rows.all<{ value: string | null }>(query))
      for (const [hash] of value?.matchAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g) ?? []) mentioned.add(hash);
  }
  return mentioned;
}

function listTextColumns(rows: Rows): BlobReference[] {
  return rows.all<BlobReference>(sql`
    SELECT tables.name AS "table", columns.name AS "column"
    FROM sqlite_master AS tables JOIN pragma_table_info(tables.name) AS columns
    WHERE tables.type = 'table' AND columns.type = 'TEXT'
      AND tables.name NOT IN ('audit_rows', 'facts', 'fact_deliveries', 'migrations')`);
}
