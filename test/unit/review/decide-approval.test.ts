import { expect, it } from 'vitest';
import { CHECKLIST, decideApproval } from '../../../src/domain/review/index.ts';

const film = { cutId: 'c1', preset: 'web', blob: 'b', qcPassed: true };
const good = {
  state: 'inReview',
  makers: ['maker'],
  reviewer: 'second',
  consentId: 'consent',
  cutIds: ['c1'],
  presets: ['web'],
  films: [film],
  ticked: CHECKLIST,
} as const;

it('approves what a second person watched, with consent, made and passed by QC', () => {
  expect(decideApproval(good)).toMatchObject({ ok: true, value: { consentId: 'consent' } });
});

it.each([
  ['by somebody who had a hand in it', { reviewer: 'maker' }, 'review.own'],
  ['without consent for cable', { consentId: undefined }, 'consent.scope'],
  ['while a film is still being made', { films: [] }, 'review.notMade'],
  ['with a preset missing', { presets: ['web', 'sd-mpeg2'] }, 'review.notMade'],
  ['without any cut', { cutIds: [], films: [] }, 'review.notMade'],
  ['when QC failed', { films: [{ ...film, qcPassed: false }] }, 'review.qc'],
  ['before every box is ticked', { ticked: CHECKLIST.slice(1) }, 'review.checklist'],
  ['twice', { state: 'approved' as const }, 'spot.state'],
])('refuses approval %s', (_, change, code) => {
  expect(decideApproval({ ...good, ...change })).toMatchObject({ ok: false, refusal: { code } });
});
