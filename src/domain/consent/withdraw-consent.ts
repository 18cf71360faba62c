import { and, eq, isNull } from 'drizzle-orm';
import type { Catalogue } from '../../kernel/catalogue.ts';
import type { Person } from '../accounts/index.ts';
import { findConsent, listLiveConsents } from './consent.store.ts';
import { consents } from './consent.table.ts';

/**
 * The beneficiary said no: every permission of theirs ends now, and the rest of the line hears of it
 * (`consent.withdrawn`). As easy as giving: no reason is demanded. Answers how many ended; 0 when it was so already.
 */
export function withdrawConsent(
  { catalogue }: { readonly catalogue: Catalogue },
  by: Person,
  consentId: string,
  reason?: string,
): { withdrawn: number } {
  return catalogue.change((change) => {
    const { beneficiaryId } = findConsent(change.rows, by, consentId);
    const withdrawn = listLiveConsents(change.rows, beneficiaryId).length;
    change.audit({
      actor: by.id,
      act: 'consent.withdraw',
      subject: beneficiaryId,
      detail: { consent: consentId, withdrawn },
    });
    if (withdrawn === 0) return { withdrawn };
    change.rows
      .update(consents)
      .set({ withdrawnAt: change.at.toISOString(), withdrawnBy: by.id, withdrawnReason: reason?.trim() || null })
      .where(and(eq(consents.beneficiaryId, beneficiaryId), isNull(consents.withdrawnAt)))
      .run();
    change.tell({ name: 'consent.withdrawn', subject: beneficiaryId, data: { beneficiaryId, reason: 'withdrawn' } });
    return { withdrawn };
  });
}
