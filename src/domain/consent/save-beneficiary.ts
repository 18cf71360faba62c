import { eq } from 'drizzle-orm';
import type { Change } from '../../kernel/catalogue.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { type Person, reaches } from '../accounts/index.ts';
import type { Beneficiary } from './beneficiary.ts';
import { findBeneficiary } from './consent.store.ts';
import { beneficiaries } from './consent.table.ts';

/** Adds the person filmed, inside the caller's change; answers the id. Out of reach: NotFoundError. */
export function insertBeneficiary(change: Change, by: Person, district: string, who: Beneficiary): string {
  if (!reaches(by, district)) throw new NotFoundError('district');
  const id = newId();
  const made = { id, district, version: 1, createdBy: by.id, createdAt: change.at.toISOString() };
  change.rows
    .insert(beneficiaries)
    .values({ ...toColumns(who), ...made })
    .run();
  change.audit({ actor: by.id, act: 'beneficiary.add', subject: id, detail: { district } });
  return id;
}

/** Rewrites what is known of a beneficiary, inside the caller's change; whether they are a minor stays as it was said. */
export function rewriteBeneficiary(change: Change, by: Person, id: string, who: Beneficiary): void {
  const before = findBeneficiary(change.rows, by, id);
  const set = { ...toColumns(who), minor: before.minor, version: before.version + 1 };
  change.rows.update(beneficiaries).set(set).where(eq(beneficiaries.id, id)).run();
  change.audit({ actor: by.id, act: 'beneficiary.change', subject: id, detail: { version: set.version } });
}

function toColumns(who: Beneficiary) {
  return {
    name: who.name,
    nameLatin: who.nameLatin ?? null,
    village: who.village ?? null,
    scheme: who.scheme ?? null,
    changeLine: who.changeLine ?? null,
    amountRupees: who.amountRupees ?? null,
    minor: who.minor,
  };
}
