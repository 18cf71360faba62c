import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Rows } from '../../kernel/catalogue.ts';
import { departments, districts, divisions } from './directory.table.ts';

export type District = typeof districts.$inferSelect;
export type Division = typeof divisions.$inferSelect;

export type Department = typeof departments.$inferSelect;

/** Whose films these are; loaded at every start, so it is there. */
export function getDepartment(rows: Rows): Department {
  const row = rows.select().from(departments).get();
  if (!row) throw new Error('no department was loaded');
  return row;
}

export function findDistrict(rows: Rows, code: string): District | undefined {
  return rows.select().from(districts).where(eq(districts.code, code)).get();
}

export function findDivision(rows: Rows, code: string): Division | undefined {
  return rows.select().from(divisions).where(eq(divisions.code, code)).get();
}

export function listDivisions(rows: Rows): Division[] {
  return rows.select().from(divisions).orderBy(asc(divisions.en)).all();
}

export function listEveryDistrict(rows: Rows): District[] {
  return rows.select().from(districts).orderBy(asc(districts.en)).all();
}

/** The districts of these codes, by English name (the order of official lists). */
export function listDistricts(rows: Rows, codes: readonly string[]): District[] {
  return rows
    .select()
    .from(districts)
    .where(and(inArray(districts.code, [...codes])))
    .orderBy(asc(districts.en))
    .all();
}
