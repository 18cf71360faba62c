export { type Beneficiary, beneficiary, checkWho } from './beneficiary.ts';
export {
  type BeneficiaryRow,
  type ConsentRow,
  findBeneficiary,
  findConsent,
  findConsentInScope,
  listConsents,
  listVillages,
  readBeneficiary,
} from './consent.store.ts';
export {
  type Consent,
  type ConsentForm,
  type ConsentProblems,
  type ConsentScope,
  checkConsent,
  consentInForce,
  NOTICE_VERSION,
} from './consent.ts';
export { readConsentEvidence } from './read-evidence.ts';
export { type Evidence, recordConsent } from './record-consent.ts';
export { insertBeneficiary, rewriteBeneficiary } from './save-beneficiary.ts';
export { sniffEvidence } from './sniff-evidence.ts';
export { storeEvidence } from './store-evidence.ts';
export { withdrawConsent } from './withdraw-consent.ts';
