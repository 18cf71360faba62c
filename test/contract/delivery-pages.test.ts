import { afterEach, beforeEach, expect, it } from 'vitest';
import { testClock } from './catalogue.ts';
import { addPerson, signIn, testService } from './http.ts';
import { approvedCut, lineCrew, type OnAirCut, operatorAddress, putLog, withdrawCut } from './on-air.ts';

let service: ReturnType<typeof testService>;
let cut: OnAirCut;
let own: string;
let admin: Awaited<ReturnType<typeof signIn>>;
const textOf = async (path: string) => (await admin(path, { headers: { 'accept-language': 'en' } })).text();

beforeEach(async () => {
  service = testService({}, testClock());
  cut = await approvedCut(service.app, await lineCrew(service.app));
  putLog(service.app, 'ujn-01', '2026-11-25', [['18:58', cut]]);
  own = operatorAddress(service.app, 'example-ujjain');
  await addPerson(service.app, 'admin2', 'admin', { kind: 'district', code: 'UJN' });
  admin = await signIn(service, 'admin2');
});
afterEach(() => service.close());

it('the delivery page says who has today’s films and who has not', async () => {
  expect(await textOf('/delivery')).toContain('1 of 1 to come');
  await (await service.http.request(`${own}/files/sd-mpeg2/${cut.house}.mpg`)).arrayBuffer();
  expect(await textOf('/delivery')).toContain('Has all 1');
  expect(await textOf('/delivery')).not.toContain('Dewas');
});

it('a recall shows who is silent, then who has seen it, then who removed it', async () => {
  expect(await textOf('/delivery/recalls')).not.toContain(cut.house);
  withdrawCut(service.app, cut);
  const silent = await textOf('/delivery/recalls');
  expect(silent).toContain('No answer');
  expect(silent).toContain('0 / 1');
  const { recalls } = await (await service.http.request(`${own}/recalls.json`)).json();
  expect(await textOf('/delivery/recalls')).toContain('Seen, not confirmed');
  await service.http.request(`${own}/recalls/${recalls[0].id}/ack`, { method: 'POST' });
  expect(await textOf(`/delivery/recalls/${recalls[0].id}`)).toContain('1 / 1');
  const answer = await (await admin(`/api/v1/recalls/${recalls[0].id}`)).json();
  expect(answer).toMatchObject({ house: cut.house, answers: [{ operator: 'example-ujjain' }] });
  await addPerson(service.app, 'far', 'traffic', { kind: 'district', code: 'IDR' });
  const far = await signIn(service, 'far');
  expect((await far(`/delivery/recalls/${recalls[0].id}`)).status).toBe(404);
});

it('an administrator makes an address, which is shown once and works, and ends it', async () => {
  const body = new URLSearchParams({ name: 'Playout PC' });
  const made = await (await admin('/operators/example-ujjain/tokens', { method: 'POST', body })).text();
  const path = /\/o\/[\w-]+/.exec(made)?.[0] ?? '';
  expect((await service.http.request(path)).status).toBe(200);
  const page = await textOf('/operators/example-ujjain');
  expect(page).not.toContain(path);
  for (const [, id] of page.matchAll(/tokens\/([a-z0-9]+)\/revoke/g))
    expect((await admin(`/operators/example-ujjain/tokens/${id}/revoke`, { method: 'POST' })).status).toBe(303);
  expect((await service.http.request(path)).status).toBe(404);
  expect((await admin('/operators/example-dewas')).status).toBe(404);
});

it('the API lists operators, channels and a day’s airings in reach only', async () => {
  const get = async (path: string) => (await admin(path)).json();
  expect((await get('/api/v1/operators')).items.map((one: { id: string }) => one.id)).toEqual(['example-ujjain']);
  expect((await get('/api/v1/channels')).items.map((one: { id: string }) => one.id)).toEqual(['ujn-01', 'ujn-02']);
  expect(await get('/api/v1/airings?operator=example-ujjain&day=2026-11-25')).toMatchObject({
    items: [{ channel: 'ujn-01', heard: false, plays: [{ house: cut.house, state: 'planned' }] }],
  });
  expect((await admin('/api/v1/airings?operator=example-dewas')).status).toBe(404);
  expect(await get('/api/v1/as-runs')).toEqual({ items: [] });
});
