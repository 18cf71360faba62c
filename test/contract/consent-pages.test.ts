import { afterAll, beforeAll, expect, it } from 'vitest';
import { withdrawConsent } from '../../src/domain/consent/index.ts';
import { sendSpot } from '../../src/domain/spots/index.ts';
import { personOf } from './approved-cut.ts';
import { addPerson, signIn, testService } from './http.ts';
import { draftOf, readyClip } from './line.ts';

let service: ReturnType<typeof testService>;
let staffId: string;
let clip: ReturnType<typeof readyClip>;
let spotId: string;

beforeAll(async () => {
  service = testService();
  staffId = await addPerson(service.app, 'staff', 'staff', { kind: 'district', code: 'UJN' });
  await addPerson(service.app, 'reviewer', 'reviewer', { kind: 'state' });
  await addPerson(service.app, 'traffic', 'traffic', { kind: 'state' });
  const by = { personId: staffId, district: 'UJN' };
  clip = readyClip(service.app, by);
  spotId = draftOf(service.app, clip, by);
});
afterAll(() => service.close());

const read = async (login: string, path: string) => {
  const answer = await (await signIn(service, login))(path);
  return { status: answer.status, text: await answer.text() };
};

it('a spot’s page leads to its consent and back, and from there to a new one', async () => {
  expect((await read('staff', `/spots/${spotId}`)).text).toContain(`href="/spots/${spotId}/consent"`);
  const { text } = await read('staff', `/spots/${spotId}/consent`);
  for (const href of [
    `/spots/${spotId}`,
    `/send/${clip.clipId}/consent`,
    `/api/v1/consents/${clip.consentId}/evidence`,
  ])
    expect(text).toContain(`href="${href}"`);
  expect((await read('staff', `/send/${clip.clipId}/consent`)).text).toContain(`href="/spots/${spotId}"`);
});

it('a reviewer comes to it from the review and goes back there, and may not record one', async () => {
  sendSpot(service.app, personOf(service.app, staffId), spotId, 1500);
  expect((await read('reviewer', `/review/${spotId}`)).text).toContain(`href="/spots/${spotId}/consent"`);
  const { text } = await read('reviewer', `/spots/${spotId}/consent`);
  expect(text).toContain(`href="/review/${spotId}"`);
  expect(text).not.toContain('/send/');
});

it('who may not read a consent is shown no way to it, and comes to none', async () => {
  expect((await read('traffic', `/spots/${spotId}`)).text).not.toContain(`/spots/${spotId}/consent`);
  expect((await read('traffic', `/spots/${spotId}/consent`)).status).toBe(403);
});

it('a consent that was taken back stays in the list and holds no more', async () => {
  withdrawConsent(service.app, personOf(service.app, staffId), clip.consentId, 'नहीं');
  const { text } = await read('staff', `/spots/${spotId}/consent`);
  expect(text).toContain('को वापस ली');
  expect(text).toContain('आज लागू नहीं है');
});
