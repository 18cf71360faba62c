import { and, desc, eq } from 'drizzle-orm';
import { joinChanges, type LookChange, lookChange, NO_CHANGE } from '../../engine/graphics/look-change.ts';
import type { LookName } from '../../engine/graphics/look-names.ts';
import type { Rows } from '../../kernel/catalogue.ts';
import { getDepartment } from './directory.store.ts';
import { lookMarks, lookVersions } from './look.table.ts';

/** Whose look it is: the whole state's, or a district's by its code. */
export const STATE = 'state';

/** One state of a place's look; version 0 is the look as it ships. */
export interface LookVersion {
  readonly look: LookName;
  readonly place: string;
  readonly version: number;
  readonly change: LookChange;
  readonly madeBy: string;
  readonly madeAt: string;
}

/** What the place has changed, and no other; `version` 0 where it never did. */
export function findOwnLook(rows: Rows, look: LookName, place: string): Pick<LookVersion, 'version' | 'change'> {
  return listLookVersions(rows, { look, place, limit: 1 })[0] ?? { version: 0, change: NO_CHANGE };
}

/** Newest first. */
export function listLookVersions(
  rows: Rows,
  { look, place, limit }: { look: LookName; place: string; limit: number },
): LookVersion[] {
  const where = and(eq(lookVersions.look, look), eq(lookVersions.place, place));
  const found = rows.select().from(lookVersions).where(where).orderBy(desc(lookVersions.version)).limit(limit).all();
  return found.map(({ data, markBlob: _named, ...row }) => ({
    ...row,
    look,
    change: lookChange.parse(JSON.parse(data)),
  }));
}

/** What stands under a place's own changes: the department's name, and for a district what the state has changed. */
export function changeBelow(rows: Rows, look: LookName, place: string): LookChange {
  const { hi, en } = getDepartment(rows);
  const named = { ...NO_CHANGE, department: { hi, en } };
  return place === STATE ? named : joinChanges(named, findOwnLook(rows, look, STATE).change);
}

/** All that is changed in a look for films of this place. */
export function standingChange(rows: Rows, look: LookName, place: string): LookChange {
  return joinChanges(changeBelow(rows, look, place), findOwnLook(rows, look, place).change);
}

/** Whether these bytes came in as a mark. */
export function isKeptMark(rows: Rows, blob: string): boolean {
  return rows.select().from(lookMarks).where(eq(lookMarks.blob, blob)).get() !== undefined;
}
