import { eq } from 'drizzle-orm';
import type { Catalogue, Change } from '../../kernel/catalogue.ts';
import { StaleVersionError } from '../../kernel/etag.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { type Decision, decided } from '../../kernel/refusal.ts';
import { findDistrict, findDivision, getDepartment } from './directory.store.ts';
import { departments, districts, divisions } from './directory.table.ts';
import type { DepartmentRow, DistrictRow, DivisionRow } from './preset-rows.ts';
import { taken } from './taken.ts';

interface Parts {
  readonly catalogue: Catalogue;
}

interface By {
  readonly id: string;
}

/** A district with its division, or a division. */
export type PlaceWish = DivisionRow | Omit<DistrictRow, 'aliases'>;

/**
 * Changes a place of the version that was read, or adds one when no version is given. A code is chosen once, unique over
 * divisions and districts: it opens house numbers and says whom people stand for. Throws StaleVersionError, and NotFoundError
 * for a place or a division that is not there.
 */
export function savePlace(
  { catalogue }: Parts,
  by: By,
  place: PlaceWish,
  version: number | undefined,
): Decision<{ version: number }> {
  return decided(() =>
    catalogue.change((change) => {
      const { rows } = change;
      if ('division' in place && !findDivision(rows, place.division)) throw new NotFoundError('division');
      if (version === undefined) return addPlace(change, by, place);
      const before = 'division' in place ? findDistrict(rows, place.code) : findDivision(rows, place.code);
      if (!before) throw new NotFoundError('place');
      if (before.version !== version) throw new StaleVersionError(before.version);
      return editPlace(change, by, place, before.version + 1);
    }),
  );
}

/** Changes whose films these are. Films that are made keep their bytes. Throws StaleVersionError. */
export function saveDepartment(
  { catalogue }: Parts,
  by: By,
  { hi, en }: DepartmentRow,
  version: number,
): { version: number } {
  return catalogue.change(({ rows, audit }) => {
    const before = getDepartment(rows);
    if (before.version !== version) throw new StaleVersionError(before.version);
    const next = version + 1;
    rows.update(departments).set({ hi, en, edited: true, version: next }).run();
    audit({ actor: by.id, act: 'department.edit', subject: before.code, detail: { version: next, hi, en } });
    return { version: next };
  });
}

function addPlace({ rows, audit }: Change, by: By, place: PlaceWish) {
  const { code, ...values } = place;
  if (findDistrict(rows, code) ?? findDivision(rows, code)) throw taken(code);
  if ('division' in place) {
    rows
      .insert(districts)
      .values({ ...place, edited: true })
      .run();
    audit({ actor: by.id, act: 'district.add', subject: code, detail: { ...values } });
  } else {
    rows
      .insert(divisions)
      .values({ ...place, edited: true })
      .run();
    audit({ actor: by.id, act: 'division.add', subject: code, detail: { ...values } });
  }
  return { version: 1 };
}

function editPlace({ rows, audit }: Change, by: By, place: PlaceWish, version: number) {
  const { code, ...values } = place;
  const set = { ...values, edited: true, version };
  if ('division' in place) rows.update(districts).set(set).where(eq(districts.code, code)).run();
  else rows.update(divisions).set(set).where(eq(divisions.code, code)).run();
  const act = 'division' in place ? 'district.edit' : 'division.edit';
  audit({ actor: by.id, act, subject: code, detail: { ...values, version } });
  return { version };
}
