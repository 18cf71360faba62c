import { and, count, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { BroadcastDay } from '../../kernel/broadcast-day.ts';
import type { Rows } from '../../kernel/catalogue.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import type { Person } from '../accounts/index.ts';
import { beneficiaries, consents } from './consent.table.ts';
import { type Consent, type ConsentScope, consentInForce } from './consent.ts';

export type BeneficiaryRow = typeof beneficiaries.$inferSelect;
export type ConsentRow = typeof consents.$inferSelect;

/** A beneficiary in the person's reach; NotFoundError otherwise. */
export function findBeneficiary(rows: Rows, by: Pick<Person, 'districts'>, id: string): BeneficiaryRow {
  const row = rows
    .select()
    .from(beneficiaries)
    .where(and(eq(beneficiaries.id, id), inArray(beneficiaries.district, [...by.districts])))
    .get();
  if (!row) throw new NotFoundError('beneficiary');
  return row;
}

/** A beneficiary whoever asks: for jobs and later domains that have checked the reach of their own thing. */
export function readBeneficiary(rows: Rows, id: string): BeneficiaryRow {
  const row = rows.select().from(beneficiaries).where(eq(beneficiaries.id, id)).get();
  if (!row) throw new NotFoundError('beneficiary');
  return row;
}

/** All consents of a beneficiary, the last recorded first, withdrawn ones too. */
export function listConsents(rows: Rows, beneficiaryId: string): ConsentRow[] {
  return rows
    .select()
    .from(consents)
    .where(eq(consents.beneficiaryId, beneficiaryId))
    .orderBy(desc(consents.givenOn), desc(consents.recordedAt))
    .all();
}

/** The consent that covers showing this person on a day; undefined means: must not be shown there. */
export function findConsentInScope(
  rows: Rows,
  beneficiaryId: string,
  scope: ConsentScope,
  day: BroadcastDay,
): Consent | undefined {
  const consent = consentInForce(listConsents(rows, beneficiaryId), scope, day);
  // Somebody who is known to be a minor only later needs a new consent, with a guardian.
  return consent && readBeneficiary(rows, beneficiaryId).minor && !consent.guardian ? undefined : consent;
}

/** One consent in the person's reach, with its beneficiary's district; NotFoundError otherwise. */
export function findConsent(rows: Rows, by: Pick<Person, 'districts'>, id: string): ConsentRow {
  const found = rows
    .select({ consent: consents })
    .from(consents)
    .innerJoin(beneficiaries, eq(beneficiaries.id, consents.beneficiaryId))
    .where(and(eq(consents.id, id), inArray(beneficiaries.district, [...by.districts])))
    .get();
  if (!found) throw new NotFoundError('consent');
  return found.consent;
}

export function listLiveConsents(rows: Rows, beneficiaryId: string): ConsentRow[] {
  return rows
    .select()
    .from(consents)
    .where(and(eq(consents.beneficiaryId, beneficiaryId), isNull(consents.withdrawnAt)))
    .all();
}

/** Villages and wards that people of a district wrote, the most written first. */
export function listVillages(rows: Rows, district: string): string[] {
  const villages = rows
    .select({ village: beneficiaries.village })
    .from(beneficiaries)
    .where(and(eq(beneficiaries.district, district), isNotNull(beneficiaries.village)))
    .groupBy(beneficiaries.village)
    .orderBy(desc(count()))
    .limit(100)
    .all();
  return villages.flatMap((row) => row.village ?? []);
}
