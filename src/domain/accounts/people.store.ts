import { and, eq } from 'drizzle-orm';
import type { Rows } from '../../kernel/catalogue.ts';
import { districts } from '../directory/directory.table.ts';
import { people } from './accounts.table.ts';
import type { Person, Reach } from './person.ts';

type PersonRow = typeof people.$inferSelect;

/** The person with the districts in reach; undefined when unknown or shut out. */
export function findActivePerson(rows: Rows, id: string): Person | undefined {
  const row = rows.select().from(people).where(eq(people.id, id)).get();
  return row && !row.disabledAt ? toPerson(rows, row) : undefined;
}

export function findPersonRow(rows: Rows, by: { login: string } | { id: string }): PersonRow | undefined {
  const where = 'login' in by ? eq(people.login, by.login) : eq(people.id, by.id);
  return rows.select().from(people).where(where).get();
}

/** Everybody whose place lies within the asker's, by name. */
export function listPeople(rows: Rows, asker: Person): (Person & { disabled: boolean; invited: boolean })[] {
  const all = rows.select().from(people).orderBy(people.name).all();
  const seen = all.map((row) => ({
    ...toPerson(rows, row),
    disabled: row.disabledAt !== null,
    invited: row.passwordHash === null,
  }));
  return seen.filter((person) => person.districts.every((district) => asker.districts.includes(district)));
}

export function listEverybody(rows: Rows): Person[] {
  return rows
    .select()
    .from(people)
    .orderBy(people.login)
    .all()
    .map((row) => toPerson(rows, row));
}

function toReach(row: Pick<PersonRow, 'reachKind' | 'reachCode'>): Reach {
  if (row.reachKind === 'state') return { kind: 'state' };
  return { kind: row.reachKind, code: row.reachCode ?? '' };
}

/** The districts that a reach covers, in code order. */
export function listReach(rows: Rows, reach: Reach): string[] {
  const query = rows.select({ code: districts.code }).from(districts);
  if (reach.kind === 'state')
    return query
      .orderBy(districts.code)
      .all()
      .map((row) => row.code);
  const where = reach.kind === 'division' ? eq(districts.division, reach.code) : eq(districts.code, reach.code);
  return query
    .where(and(where))
    .orderBy(districts.code)
    .all()
    .map((row) => row.code);
}

function toPerson(rows: Rows, row: PersonRow): Person {
  const reach = toReach(row);
  const { id, login, name, role, language } = row;
  return { id, login, name, role, language, reach, districts: listReach(rows, reach) };
}
