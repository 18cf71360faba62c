import { type BlobHash, parseBlobHash } from '../../kernel/blobs.ts';
import type { Catalogue } from '../../kernel/catalogue.ts';
import type { Person } from '../accounts/index.ts';
import { findConsent } from './consent.store.ts';

/** Where a consent's form or spoken clip stands. Looking at it is an act and leaves its audit row. */
export function readConsentEvidence(
  { catalogue }: { readonly catalogue: Catalogue },
  by: Person,
  consentId: string,
): { hash: BlobHash; type: string; how: 'form' | 'spoken' } {
  return catalogue.change((change) => {
    const consent = findConsent(change.rows, by, consentId);
    const hash = parseBlobHash(consent.evidenceHash);
    if (!hash) throw new Error(`consent ${consentId}: evidence hash is damaged`);
    change.audit({ actor: by.id, act: 'consent.read', subject: consent.beneficiaryId, detail: { consent: consentId } });
    return { hash, type: consent.evidenceType, how: consent.how };
  });
}
