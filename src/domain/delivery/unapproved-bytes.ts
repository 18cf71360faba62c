import { sql } from 'drizzle-orm';
import type { Rows } from '../../kernel/catalogue.ts';

interface UnapprovedBytes {
  readonly cutId: string;
  readonly preset: string;
  readonly blob: string;
  readonly problem: string;
}

/** Films that are released, or were handed to an operator, and that no approval names by these bytes. */
export function listUnapprovedBytes(rows: Rows): UnapprovedBytes[] {
  const approved = (table: 'deliverables' | 'fetches') => sql`EXISTS (
    SELECT 1 FROM approved_films AS a
    WHERE a.cut_id = ${sql.raw(table)}.cut_id AND a.preset = ${sql.raw(table)}.preset AND a.blob = ${sql.raw(table)}.blob)`;
  return rows.all<UnapprovedBytes>(sql`
    SELECT cut_id AS cutId, preset, blob, 'is released but was never approved' AS problem
      FROM deliverables WHERE locked = 1 AND NOT ${approved('deliverables')}
    UNION ALL
    SELECT cut_id, preset, blob, 'went to operator ' || operator_id || ' but was never approved'
      FROM fetches WHERE NOT ${approved('fetches')}`);
}
