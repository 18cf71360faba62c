import { afterEach, beforeEach, expect, it } from 'vitest';
import { testClock } from './catalogue.ts';
import { addPerson, signIn, testService } from './http.ts';
import { approvedCut, lineCrew, type OnAirCut, putLog } from './on-air.ts';

// The test clock stands on 2026-11-25.
let service: ReturnType<typeof testService>;
let cut: OnAirCut;
let staff: Awaited<ReturnType<typeof signIn>>;

beforeEach(async () => {
  service = testService({}, testClock());
  cut = await approvedCut(service.app, await lineCrew(service.app));
  await addPerson(service.app, 'staff', 'staff', { kind: 'district', code: 'UJN' });
  staff = await signIn(service, 'staff');
});
afterEach(() => service.close());

const lists = async () =>
  Promise.all(
    ['/', '/spots'].map(async (path) => (await staff(path, { headers: { 'accept-language': 'en' } })).text()),
  );

it.each([
  ['in no list has no day yet', [], 'Not yet decided when it runs'],
  ['in a coming list says its first day', ['2026-11-27'], 'First on air on 27-11-2026'],
  ['that ran and runs again says the next day', ['2026-11-20', '2026-11-27'], 'Next on air on 27-11-2026'],
  ['in today’s list is on air', ['2026-11-20', '2026-11-25'], 'plays today: 2'],
  ['whose days are over says so', ['2026-11-20'], 'no day ahead is set'],
])('an approved spot %s', async (_, days, words) => {
  for (const day of days)
    putLog(service.app, 'ujn-01', day, [
      ['08:00', cut],
      ['20:00', cut],
    ]);
  for (const page of await lists()) expect(page).toContain(words);
});
