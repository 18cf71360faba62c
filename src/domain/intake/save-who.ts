import { eq } from 'drizzle-orm';
import type { Catalogue, Change } from '../../kernel/catalogue.ts';
import type { Person } from '../accounts/index.ts';
import { type Beneficiary, findBeneficiary, insertBeneficiary, rewriteBeneficiary } from '../consent/index.ts';
import { type Clip, findClip, readClip } from './clip.store.ts';
import { clips } from './intake.table.ts';

interface Parts {
  readonly catalogue: Catalogue;
}

/**
 * Says whose film it is: adds the beneficiary with the clip's first words about them, rewrites them afterwards. The
 * film itself may still be on its way. NotFoundError out of reach.
 */
export function saveWho({ catalogue }: Parts, by: Person, clipId: string, who: Beneficiary): { beneficiaryId: string } {
  return catalogue.change((change) => {
    const clip = findClip(change.rows, by, clipId);
    if (clip.beneficiaryId) {
      rewriteBeneficiary(change, by, clip.beneficiaryId, who);
      setScheme(change, clip.id, who.scheme ?? clip.scheme);
      tellWhenReady(change, clip);
      return { beneficiaryId: clip.beneficiaryId };
    }
    const beneficiaryId = insertBeneficiary(change, by, clip.district, who);
    bind(change, by, clip, { beneficiaryId, scheme: who.scheme });
    return { beneficiaryId };
  });
}

/** Binds a clip to somebody already known (a second film, a machine's upload); NotFoundError out of reach. */
export function assignClip(
  { catalogue }: Parts,
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
  change.rows.update(clips).set({ beneficiaryId: to.beneficiaryId }).where(eq(clips.id, clip.id)).run();
  setScheme(change, clip.id, to.scheme ?? clip.scheme);
  change.audit({ actor: by.id, act: 'clip.assign', subject: clip.id, detail: { beneficiary: to.beneficiaryId } });
  tellWhenReady(change, clip);
}

function setScheme(change: Change, clipId: string, scheme: string | null): void {
  change.rows.update(clips).set({ scheme }).where(eq(clips.id, clipId)).run();
}

/** Tells `clip.ready` when a clip, as it stood before this change, has just become checked, somebody's and of a scheme. */
export function tellWhenReady(change: Change, before: Clip): void {
  const after = readClip(change.rows, before.id);
  const { id: clipId, beneficiaryId } = after;
  if (isWhole(after) && !isWhole(before))
    change.tell({ name: 'clip.ready', subject: clipId, data: { clipId, beneficiaryId } });
}

function isWhole({ state, beneficiaryId, scheme }: Clip): boolean {
  return state === 'ready' && beneficiaryId !== null && scheme !== null;
}
