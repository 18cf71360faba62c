import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRecalls } from '../../src/domain/delivery/index.ts';
import { logPositions } from '../../src/domain/traffic/traffic.table.ts';
import { testClock } from './catalogue.ts';
import { addPerson, signIn, testService } from './http.ts';
import { approvedCut, lineCrew, type OnAirCut, operatorAddress, putLog, withdrawCut } from './on-air.ts';

// 06:00 UTC is 11:30 in India.
const TODAY = '2026-11-25';
const TOMORROW = '2026-11-26';
let clock: ReturnType<typeof testClock>;
let service: ReturnType<typeof testService>;
let cut: OnAirCut;
let own: string;
let traffic: Awaited<ReturnType<typeof signIn>>;

beforeEach(async () => {
  clock = testClock();
  service = testService({}, clock);
  cut = await approvedCut(service.app, await lineCrew(service.app));
  putLog(service.app, 'ujn-01', TODAY, [
    ['07:58', cut],
    ['18:58', cut],
  ]);
  putLog(service.app, 'ujn-01', TOMORROW, [['07:58', cut]]);
  own = operatorAddress(service.app, 'example-ujjain');
  await addPerson(service.app, 'traffic', 'traffic', { kind: 'district', code: 'UJN' });
  traffic = await signIn(service, 'traffic');
});
afterEach(() => service.close());

const film = () => service.http.request(`${own}/files/sd-mpeg2/${cut.house}.mpg`);
const list = async (day: string) => (await service.http.request(`${own}/channels/ujn-01/logs/${day}.m3u8`)).text();
const manifest = async () => (await service.http.request(`${own}/manifest.json`)).json();
const form = (fields: Record<string, string>) =>
  traffic('/delivery/recalls', {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'accept-language': 'en' },
  });
const asked = () => ({ house: cut.house, number: cut.house, ground: 'fact', reason: 'राशि ग़लत है' });
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  traffic(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });

describe('a recall by the department', () => {
  it('says beforehand what it does, and is done only when the number was typed', async () => {
    const page = await (
      await traffic(`/delivery/recalls/new?house=${cut.house}`, { headers: { 'accept-language': 'en' } })
    ).text();
    // Tonight's play and tomorrow's; this morning's is history.
    expect(page).toContain('Operators told: 1; plays that leave the lists: 2.');
    const wrong = await form({ ...asked(), number: 'UJNPMA' });
    expect(wrong.status).toBe(422);
    const text = await wrong.text();
    expect(text).toContain(`Type exactly this: ${cut.house}`);
    expect(text).toContain('राशि ग़लत है');
    expect((await form({ ...asked(), ground: '' })).status).toBe(422);
    expect(await (await form({ ...asked(), ground: 'other', reason: '' })).text()).toContain('in your own words');
    expect((await film()).status).toBe(200);
    const done = await form(asked());
    expect([done.status, done.headers.get('location')]).toEqual([303, expect.stringMatching(/done=recalled&n=2$/)]);
  });

  it('takes the cut out of every list and answers 410 with the reason in both languages', async () => {
    await (await film()).arrayBuffer();
    await form(asked());
    const gone = await film();
    expect(gone.status).toBe(410);
    expect(await gone.json()).toMatchObject({
      code: 'file.recalled.fact',
      message: { hi: expect.stringContaining('ग़लत'), en: expect.stringContaining('is wrong') },
    });
    expect(await list(TODAY)).not.toContain(cut.house);
    expect(await list(TOMORROW)).not.toContain(cut.house);
    expect(await manifest()).toMatchObject({ need: [], remove: [{ house: cut.house, reason: 'department' }] });
    const page = await (await service.http.request(own, { headers: { 'accept-language': 'en' } })).text();
    expect(page).toContain('Stopped by the department. Something in it is wrong. “राशि ग़लत है”');
    const { recalls } = await (await service.http.request(`${own}/recalls.json`)).json();
    expect(recalls).toMatchObject([{ house: cut.house, cause: 'department', ground: 'fact', ackedAt: null }]);
    const flight = await post('/api/v1/flights', wishOf(cut.house));
    expect([flight.status, (await flight.json()).code]).toEqual([422, 'flight.recalled']);
  });

  it('is refused for another district’s cut as for an unknown one, for one called back before, and for the wrong role', async () => {
    await addPerson(service.app, 'far', 'traffic', { kind: 'district', code: 'IDR' });
    await addPerson(service.app, 'airing', 'airing', { kind: 'state' });
    const body = JSON.stringify({ house: cut.house, ground: 'fact' });
    const init = { method: 'POST', body, headers: { 'content-type': 'application/json' } };
    const far = await (await signIn(service, 'far'))('/api/v1/recalls', init);
    expect([far.status, (await far.json()).code]).toEqual([422, 'recall.unknownCut']);
    expect((await (await signIn(service, 'airing'))('/api/v1/recalls', init)).status).toBe(403);
    expect((await post('/api/v1/recalls', { house: cut.house, ground: 'complaint' })).status).toBe(201);
    const again = await post('/api/v1/recalls', { house: cut.house, ground: 'complaint' });
    expect((await again.json()).message).toMatchObject({
      hi: expect.stringContaining('पहले ही'),
      en: expect.any(String),
    });
  });

  it('is made once by one Idempotency-Key, and leaves its row in the trail', async () => {
    const once = () => post('/api/v1/recalls', { house: cut.house, ground: 'better' }, { 'idempotency-key': 'k1' });
    const [first, second] = [await (await once()).json(), await (await once()).json()];
    expect(second).toEqual(first);
    expect(first).toMatchObject({ ground: 'better', pulledPlays: 2, answers: [{ operator: 'example-ujjain' }] });
    await addPerson(service.app, 'auditor', 'auditor', { kind: 'state' });
    const trail = await (await (await signIn(service, 'auditor'))('/api/v1/audit')).json();
    expect(trail.audit).toContainEqual(
      expect.objectContaining({
        act: 'cut.recall',
        detail: expect.objectContaining({ cause: 'department', ground: 'better', operators: 1 }),
      }),
    );
  });
});

describe('lifting it', () => {
  it('brings back the plays to come and the film, and who removed it has it to fetch again', async () => {
    await (await film()).arrayBuffer();
    const made = await (await post('/api/v1/recalls', { house: cut.house, ground: 'fact' })).json();
    await service.http.request(`${own}/recalls/${made.id}/ack`, { method: 'POST' });
    clock.pass(60_000);
    const page = await (await traffic(`/delivery/recalls/${made.id}?done=recalled&n=2`)).text();
    expect(page).toContain(`action="/delivery/recalls/${made.id}/lift"`);
    const lifted = await post(`/api/v1/recalls/${made.id}/lift`, {});
    expect(await lifted.json()).toMatchObject({ returnedPlays: 2, liftedAt: expect.any(String) });
    expect(await list(TODAY)).toContain(cut.house);
    expect(await manifest()).toMatchObject({ need: [{ house: cut.house }], remove: [] });
    const operatorPage = async () => (await service.http.request(own, { headers: { 'accept-language': 'en' } })).text();
    expect(await operatorPage()).toContain('Files: 1');
    expect((await film()).status).toBe(200);
    const again = await post(`/api/v1/recalls/${made.id}/lift`, {});
    expect([again.status, (await again.json()).code]).toEqual([422, 'recall.isLifted']);
  });

  it('leaves out what was filled or ran out in between', async () => {
    const made = await (await post('/api/v1/recalls', { house: cut.house, ground: 'fact' })).json();
    const [tonight] = service.app.catalogue.rows
      .select()
      .from(logPositions)
      .where(eq(logPositions.day, TOMORROW))
      .all();
    if (!tonight) throw new Error('nothing planned');
    const other = await approvedCut(service.app, await crewAgain());
    service.app.catalogue.keep((rows) =>
      rows
        .insert(logPositions)
        .values({ ...tonight, id: 'filled', cutId: other.cutId, pulledAt: null, pulledReason: null })
        .run(),
    );
    clock.pass(8 * 3_600_000);
    expect(await (await post(`/api/v1/recalls/${made.id}/lift`, {})).json()).toMatchObject({ returnedPlays: 0 });
  });

  it('is not there for a withdrawn consent, which takes a recall of the department’s over', async () => {
    const made = await (await post('/api/v1/recalls', { house: cut.house, ground: 'fact' })).json();
    await service.http.request(`${own}/recalls/${made.id}/ack`, { method: 'POST' });
    clock.pass(60_000);
    withdrawCut(service.app, cut);
    const [newest, before] = listRecalls(service.app.catalogue.rows, { districts: ['UJN'] });
    expect([newest?.cause, before?.liftedBy]).toEqual(['consent', 'system']);
    for (const id of [newest?.id, before?.id]) {
      const no = await post(`/api/v1/recalls/${id}/lift`, {});
      expect([no.status, (await no.json()).code]).toEqual([422, 'recall.notLiftable']);
    }
    expect((await (await film()).json()).code).toBe('file.recalled.consent');
    const { recalls } = await (await service.http.request(`${own}/recalls.json`)).json();
    expect(recalls).toMatchObject([{ cause: 'consent', ackedAt: null }]);
    expect((await form(asked())).status).toBe(422);
  });
});

let crewCount = 0;
async function crewAgain() {
  const { findActivePerson } = await import('../../src/domain/accounts/index.ts');
  crewCount += 1;
  const add = async (login: string, role: 'staff' | 'reviewer') => {
    const id = await addPerson(service.app, `${login}${crewCount}`, role, { kind: 'state' });
    const person = findActivePerson(service.app.catalogue.rows, id);
    if (!person) throw new Error('nobody');
    return person;
  };
  return { maker: await add('again', 'staff'), checker: await add('second', 'reviewer') };
}

function wishOf(house: string) {
  return {
    cuts: [{ house }],
    channels: { ids: ['ujn-01'] },
    from: TOMORROW,
    until: '2026-11-28',
    timesPerDay: 1,
  };
}
