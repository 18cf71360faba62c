import { eq } from 'drizzle-orm';
import { broadcastDayOf, type DayClock } from '../../kernel/broadcast-day.ts';
import type { Change } from '../../kernel/catalogue.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { type Decision, unwrap } from '../../kernel/refusal.ts';
import type { Person } from '../accounts/index.ts';
import {
  type Beneficiary,
  type ConsentForm,
  decideConsent,
  type Evidence,
  findBeneficiary,
  insertBeneficiary,
  insertConsent,
} from '../consent/index.ts';
import { type Clip, findClip } from './clip.store.ts';
import { clips } from './intake.table.ts';
import type { IntakeParts } from './receive-upload.ts';

type SendParts = Pick<IntakeParts, 'catalogue' | 'clock'> & { readonly config: { readonly dayClock: DayClock } };

/**
 * Binds a clip to a new beneficiary with their consent, in one commit; the film itself may still be on its way.
 * Throws RefusalError when the consent cannot be recorded so, NotFoundError when the clip is taken or out of reach.
 */
export function sendClip(
  { catalogue, clock, config }: SendParts,
  by: Person,
  clipId: string,
  given: { readonly who: Beneficiary; readonly form: ConsentForm; readonly evidence: Evidence },
): { beneficiaryId: string } {
  const decision: Decision<ConsentForm> = decideConsent(
    given.form,
    given.who.minor,
    broadcastDayOf(clock.now(), config.dayClock),
  );
  const form = unwrap(decision);
  return catalogue.change((change) => {
    const clip = findClip(change.rows, by, clipId);
    if (clip.beneficiaryId) throw new NotFoundError('clip');
    const beneficiaryId = insertBeneficiary(change, by, clip.district, given.who);
    insertConsent(change, by, beneficiaryId, { form, evidence: given.evidence, config });
    bind(change, by, clip, { beneficiaryId, scheme: given.who.scheme });
    return { beneficiaryId };
  });
}

/** Binds a clip to somebody already known (a second film, a machine's upload); NotFoundError out of reach. */
export function assignClip(
  { catalogue }: Pick<SendParts, 'catalogue'>,
  by: Person,
  clipId: string,
  to: { readonly beneficiaryId: string; readonly scheme?: string | undefined },
): void {
  catalogue.change((change) => {
    const clip = findClip(change.rows, by, clipId);
    const { scheme } = findBeneficiary(change.rows, by, to.beneficiaryId);
    bind(change, by, clip, { beneficiaryId: to.beneficiaryId, scheme: to.scheme ?? scheme ?? undefined });
  });
}

function bind(change: Change, by: Person, clip: Clip, to: { beneficiaryId: string; scheme: string | undefined }): void {
  const scheme = to.scheme ?? clip.scheme;
  change.rows.update(clips).set({ beneficiaryId: to.beneficiaryId, scheme }).where(eq(clips.id, clip.id)).run();
  change.audit({ actor: by.id, act: 'clip.assign', subject: clip.id, detail: { beneficiary: to.beneficiaryId } });
  if (clip.state === 'ready') tellReady(change, clip.id, to.beneficiaryId);
}

/** `clip.ready`: checked and somebody's; told once both hold, whichever came last. */
export function tellReady(change: Change, clipId: string, beneficiaryId: string): void {
  change.tell({ name: 'clip.ready', subject: clipId, data: { clipId, beneficiaryId } });
}
