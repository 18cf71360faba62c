import { describe, expect, it } from 'vitest';
import {
  type Consent,
  type ConsentForm,
  checkConsent,
  consentInForce,
  sniffEvidence,
} from '../../../src/domain/consent/index.ts';
import { broadcastDay } from '../../../src/kernel/broadcast-day.ts';

const today = broadcastDay('2026-11-25');
const form = (over: Partial<ConsentForm> = {}): ConsentForm => ({
  cable: true,
  social: false,
  givenOn: '2026-11-20',
  how: 'form',
  language: 'hi',
  ...over,
});

describe('a consent can be recorded', () => {
  const table: [string, Partial<ConsentForm>, boolean, Record<string, string>][] = [
    ['for cable, given before today', {}, false, {}],
    ['given today', { givenOn: '2026-11-25' }, false, {}],
    ['not given tomorrow', { givenOn: '2026-11-26' }, false, { givenOn: 'consent.futureDate' }],
    ['not on a day that does not exist', { givenOn: '2026-02-30' }, false, { givenOn: 'consent.dateUnread' }],
    ['not for nothing', { cable: false }, false, { scope: 'consent.noScope' }],
    ['not for a minor alone', {}, true, { guardian: 'consent.guardian' }],
    ['not for a minor with a blank guardian', { guardian: '  ' }, true, { guardian: 'consent.guardian' }],
    ['for a minor with a guardian', { guardian: 'सीता बाई' }, true, {}],
    ['not when it is over already', { validUntil: '2026-11-24' }, false, { validUntil: 'consent.validUntil' }],
    ['with its last day today', { validUntil: '2026-11-25' }, false, {}],
    [
      'and says all that is wrong at once',
      { cable: false, givenOn: 'kal' },
      true,
      { scope: 'consent.noScope', givenOn: 'consent.dateUnread', guardian: 'consent.guardian' },
    ],
  ];
  it.each(table)('%s', (_name, over, minor, problems) => {
    const found = Object.entries(checkConsent(form(over), minor, today));
    expect(Object.fromEntries(found.map(([field, refusal]) => [field, refusal.user]))).toEqual(problems);
  });
});

describe('the consent in force', () => {
  const consent = (over: Partial<Consent> & { id: string }): Consent => ({
    ...{ beneficiaryId: 'b', noticeVersion: '1', language: 'hi', cable: true, social: true, givenOn: '2026-11-01' },
    ...{ how: 'form', guardian: null, witness: null, validUntil: null, recordedBy: 'p' },
    ...{ recordedAt: '2026-11-01T00:00:00.000Z', withdrawnAt: null, withdrawnReason: null },
    ...over,
  });
  const table: [string, Consent[], 'cable' | 'social', string | undefined][] = [
    ['is none without any', [], 'cable', undefined],
    ['is the only one', [consent({ id: 'a' })], 'cable', 'a'],
    ['is none before its day', [consent({ id: 'a', givenOn: '2026-11-26' })], 'cable', undefined],
    ['is none after its last day', [consent({ id: 'a', validUntil: '2026-11-24' })], 'cable', undefined],
    ['holds on its last day', [consent({ id: 'a', validUntil: '2026-11-25' })], 'cable', 'a'],
    ['covers its own scope only', [consent({ id: 'a', social: false })], 'social', undefined],
    ['is none once withdrawn', [consent({ id: 'a', withdrawnAt: '2026-11-24T00:00:00.000Z' })], 'cable', undefined],
    ['is the one given last', [consent({ id: 'a' }), consent({ id: 'b', givenOn: '2026-11-02' })], 'cable', 'b'],
    [
      'is narrowed by a later one',
      [consent({ id: 'a' }), consent({ id: 'b', givenOn: '2026-11-02', social: false })],
      'social',
      undefined,
    ],
    [
      'comes back with a new one after a withdrawal',
      [consent({ id: 'a', withdrawnAt: 'x' }), consent({ id: 'b', recordedAt: '2026-11-03T00:00:00.000Z' })],
      'cable',
      'b',
    ],
  ];
  it.each(table)('%s', (_name, consents, scope, id) => {
    expect(consentInForce(consents, scope, today)?.id).toBe(id);
  });
});

describe('evidence', () => {
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
  it.each([
    ['a JPEG photo', '\xff\xd8\xff\xe0', 'form', 'image/jpeg'],
    ['a PDF', '%PDF-1.7', 'form', 'application/pdf'],
    ['a recording of the page', '\x1a\x45\xdf\xa3', 'spoken', 'audio/webm'],
    ['a phone’s recording', '\0\0\0\x18ftypM4A ', 'spoken', 'audio/mp4'],
  ] as const)('may be %s', (_name, head, how, type) => {
    expect(sniffEvidence(bytes(head), how)).toEqual({ ok: true, value: { type } });
  });
  it.each([
    ['a page with a script', '<html><script>', 'form', 'consent.notPhoto'],
    ['a drawing with a script', '<svg xmlns', 'form', 'consent.notPhoto'],
    ['a photo where a voice belongs', '\xff\xd8\xff\xe0', 'spoken', 'consent.notVoice'],
    ['nothing', '', 'form', 'consent.notPhoto'],
  ] as const)('may not be %s', (_name, head, how, user) => {
    expect(sniffEvidence(bytes(head), how)).toMatchObject({ ok: false, refusal: { user } });
  });
});
