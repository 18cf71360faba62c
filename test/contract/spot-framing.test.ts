import { afterAll, beforeAll, expect, it } from 'vitest';
import { findSpot } from '../../src/domain/spots/index.ts';
import { addPerson, signIn, testService } from './http.ts';
import { draftOf, readyClip } from './line.ts';

let service: ReturnType<typeof testService>;
let spotId: string;

beforeAll(async () => {
  service = testService();
  const personId = await addPerson(service.app, 'staff', 'staff', { kind: 'district', code: 'UJN' });
  const by = { personId, district: 'UJN' };
  spotId = draftOf(service.app, readyClip(service.app, by), by);
});
afterAll(() => service.close());

const framing = () => findSpot(service.app.catalogue.rows, spotId)?.document.framing;

it('which part of a wide clip narrow films show is round the face, until somebody chooses on My spot', async () => {
  const fetch = await signIn(service, 'staff');
  const page = async () => (await fetch(`/spots/${spotId}`)).text();
  const chosen = /<input[^>]*name="framing"[^>]*value="(\w+)"[^>]*checked/;
  expect(chosen.exec(await page())?.[1]).toBe('face');
  const { version, document } = findSpot(service.app.catalogue.rows, spotId) ?? {};
  const [cut] = document?.cuts ?? [];
  const save = (value: string, at: number) => {
    const words = {
      ...{ version: String(at), name: document?.name ?? '', village: document?.village ?? '', framing: value },
      ...{ scheme: document?.scheme ?? '', look: document?.look ?? '', length: String(cut?.lengthSeconds) },
      from: String(cut?.fromFrame),
    };
    return fetch(`/spots/${spotId}`, { method: 'POST', body: new URLSearchParams(words) });
  };
  expect((await save('left', version ?? 0)).status).toBe(303);
  expect(framing()).toBe('left');
  expect(chosen.exec(await page())?.[1]).toBe('left');
  expect((await save('above', (version ?? 0) + 1)).status).toBe(422);
  expect(framing()).toBe('left');
});
