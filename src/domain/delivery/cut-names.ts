import { eq, inArray, sql } from 'drizzle-orm';
import type { Rows } from '../../kernel/catalogue.ts';
import { cuts, spots } from '../spots/spots.table.ts';

export interface CutName {
  readonly cutId: string;
  readonly spotId: string;
  readonly name: string;
  readonly village: string;
  readonly scheme: string;
}

/** Whose story each of these cuts tells, without reading whole documents. */
export function listCutNames(rows: Rows, cutIds: readonly string[]): Map<string, CutName> {
  const found = rows
    .select({
      cutId: cuts.id,
      spotId: spots.id,
      name: sql<string>`json_extract(${spots.document}, '$.name')`,
      village: sql<string>`json_extract(${spots.document}, '$.village')`,
      scheme: spots.scheme,
    })
    .from(cuts)
    .innerJoin(spots, eq(spots.id, cuts.spotId))
    .where(inArray(cuts.id, [...cutIds]))
    .all();
  return new Map(found.map((row) => [row.cutId, row]));
}
