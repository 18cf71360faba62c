import { eq } from 'drizzle-orm';
import type { BlobHash } from '../../kernel/blobs.ts';
import { broadcastDayOf, type DayClock } from '../../kernel/broadcast-day.ts';
import type { Catalogue, Change } from '../../kernel/catalogue.ts';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { allow, type Decision } from '../../kernel/refusal.ts';
import type { Person } from '../accounts/index.ts';
import { findBeneficiary, listConsents } from './consent.store.ts';
import { beneficiaries, consents } from './consent.table.ts';
import { type ConsentForm, consentInForce, decideConsent, NOTICE_VERSION } from './consent.ts';

interface Parts {
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly config: { readonly dayClock: DayClock };
}

/** A signed form's photo or a spoken clip, already in the blob store; `type` comes from our own look at the bytes. */
export interface Evidence {
  readonly hash: BlobHash;
  readonly type: string;
}

/**
 * Records a permission with its evidence, and whether the beneficiary is a minor as it was said with it. Another one later takes its place (a swap after a return is just that).
 */
export function recordConsent(
  { catalogue, clock, config }: Parts,
  by: Person,
  beneficiaryId: string,
  given: { readonly form: ConsentForm; readonly evidence: Evidence; readonly minor?: boolean },
): Decision<{ consentId: string }> {
  const before = findBeneficiary(catalogue.rows, by, beneficiaryId);
  const minor = given.minor ?? before.minor;
  const decision = decideConsent(given.form, minor, broadcastDayOf(clock.now(), config.dayClock));
  if (!decision.ok) return decision;
  const consentId = catalogue.change((change) => {
    change.rows.update(beneficiaries).set({ minor }).where(eq(beneficiaries.id, beneficiaryId)).run();
    return insertConsent(change, by, beneficiaryId, { ...given, config });
  });
  return allow({ consentId });
}

/** The rows of a consent that was decided on; answers its id. */
function insertConsent(
  change: Change,
  by: Pick<Person, 'id'>,
  beneficiaryId: string,
  given: { readonly form: ConsentForm; readonly evidence: Evidence; readonly config: Parts['config'] },
): string {
  const { form, evidence } = given;
  const today = broadcastDayOf(change.at, given.config.dayClock);
  const hadCable = consentInForce(listConsents(change.rows, beneficiaryId), 'cable', today);
  const id = newId();
  const row = {
    id,
    beneficiaryId,
    noticeVersion: NOTICE_VERSION,
    language: form.language,
    cable: form.cable,
    social: form.social,
    givenOn: form.givenOn,
    how: form.how,
    evidenceHash: evidence.hash,
    evidenceType: evidence.type,
    guardian: form.guardian?.trim() || null,
    witness: form.witness?.trim() || null,
    validUntil: form.validUntil ?? null,
    recordedBy: by.id,
    recordedAt: change.at.toISOString(),
  };
  change.rows.insert(consents).values(row).run();
  const detail = { consent: id, cable: form.cable, social: form.social, how: form.how };
  change.audit({ actor: by.id, act: 'consent.record', subject: beneficiaryId, detail });
  // A new permission without cable takes an older one's cable away: for every later domain that is a withdrawal.
  const hasCable = consentInForce(listConsents(change.rows, beneficiaryId), 'cable', today);
  if (hadCable && !hasCable)
    change.tell({ name: 'consent.withdrawn', subject: beneficiaryId, data: { beneficiaryId, reason: 'narrowed' } });
  return id;
}
