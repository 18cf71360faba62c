import { and, eq, isNull } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { consents } from '../../src/domain/consent/consent.table.ts';
import { logPositions } from '../../src/domain/traffic/traffic.table.ts';
import { newId } from '../../src/kernel/ids.ts';
import { testClock } from './catalogue.ts';
import { addPerson, signIn, testService } from './http.ts';
import { approvedCut, lineCrew, type OnAirCut, operatorAddress, putLog, withdrawCut } from './on-air.ts';

const TOMORROW = '2026-11-26';
const AFTER = '2026-11-27';
let clock: ReturnType<typeof testClock>;
let service: ReturnType<typeof testService>;
let cut: OnAirCut;
let traffic: Awaited<ReturnType<typeof signIn>>;

const inEnglish = { 'accept-language': 'en' };
const textOf = async (path: string) => (await traffic(path, { headers: inEnglish })).text();
const post = (path: string, fields: Record<string, string>) =>
  traffic(path, { method: 'POST', body: new URLSearchParams(fields), headers: inEnglish });
const api = (path: string, body: unknown) =>
  traffic(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
const standing = (day: string) =>
  service.app.catalogue.rows
    .select()
    .from(logPositions)
    .where(and(eq(logPositions.channelId, 'ujn-01'), eq(logPositions.day, day), isNull(logPositions.pulledAt)))
    .orderBy(logPositions.atFrame)
    .all();
const breaksOf = (day: string) => standing(day).map((one) => one.breakId);

beforeEach(async () => {
  clock = testClock();
  service = testService({}, clock);
  cut = await approvedCut(service.app, await lineCrew(service.app));
  await addPerson(service.app, 'traffic', 'traffic', { kind: 'district', code: 'UJN' });
  traffic = await signIn(service, 'traffic');
});
afterEach(() => service.close());

const order = (more: object = {}) =>
  api('/api/v1/flights', {
    cuts: [{ house: cut.house }],
    channels: { ids: ['ujn-01'], operators: [], districts: [], tags: [] },
    from: TOMORROW,
    until: '2026-11-29',
    timesPerDay: 2,
    ...more,
  });

describe('moving a play', () => {
  /** The first play of tomorrow, and a break of the channel that holds none. */
  async function playAndFreeBreak(day = TOMORROW) {
    const [play] = standing(TOMORROW);
    if (!play) throw new Error('nothing planned');
    const page = await textOf(`/traffic/plays/${play.id}/move?day=${day}`);
    const all = [...page.matchAll(/name="break" value="([^"]+)"/g)].map((match) => match[1] ?? '');
    const free = all.find((one) => !breaksOf(day).includes(one));
    if (!free) throw new Error('no free break');
    return { play, free, page };
  }

  it('locks it in the chosen break through every later planning, and says what it breaks before the act', async () => {
    expect((await order({ dayparts: ['prime'] })).status).toBe(201);
    const { play, free, page } = await playAndFreeBreak();
    expect(page).toContain('Conflict: outside the ordered hours');
    expect(page).toContain('It stands here now');
    const moved = await post(`/traffic/plays/${play.id}/move`, { day: TOMORROW, break: free });
    expect(moved.status).toBe(303);
    expect(breaksOf(TOMORROW)).toContain(free);
    expect(standing(TOMORROW)).toHaveLength(2);
    await order({ timesPerDay: 1, priority: 1 });
    expect((await api('/api/v1/logs/release', { day: TOMORROW })).status).toBe(200);
    const held = standing(TOMORROW).find((one) => one.lockedAt !== null);
    expect(held).toMatchObject({ id: play.id, breakId: free, cutId: play.cutId, flightId: play.flightId });
  });

  it('is taken back by its undo, to the planner or to where a person had put it before', async () => {
    await order();
    const before = breaksOf(TOMORROW);
    const { play, free } = await playAndFreeBreak();
    const moved = await post(`/traffic/plays/${play.id}/move`, { day: TOMORROW, break: free });
    const log = await textOf(moved.headers.get('location') ?? '');
    expect(log).toContain('Fixed by hand');
    expect(log).toContain(`action="/traffic/plays/${play.id}/unlock"`);
    const second = await playAndFreeBreak();
    const again = await post(`/traffic/plays/${play.id}/move`, { day: AFTER, break: second.free });
    expect(standing(AFTER).map((one) => one.id)).toContain(play.id);
    const undo = /action="(\/traffic\/plays\/[^"]+)"/.exec(await textOf(again.headers.get('location') ?? ''))?.[1];
    await post((undo ?? '').replaceAll('&amp;', '&'), {});
    expect(standing(TOMORROW).find((one) => one.id === play.id)?.breakId).toBe(free);
    await post(`/traffic/plays/${play.id}/unlock`, {});
    expect(breaksOf(TOMORROW)).toEqual(before);
  });

  it('keeps each day’s number of plays as ordered when it goes to another day', async () => {
    await order();
    const { play, free } = await playAndFreeBreak(AFTER);
    await post(`/traffic/plays/${play.id}/move`, { day: AFTER, break: free });
    expect([standing(TOMORROW).length, standing(AFTER).length]).toEqual([2, 2]);
    expect(standing(AFTER).find((one) => one.lockedAt)?.breakId).toBe(free);
  });

  it('is refused for a released day, an unordered one and a break that is not there, in both languages', async () => {
    await order();
    const { play, free } = await playAndFreeBreak();
    const to = (day: string, adBreak: string) => post(`/traffic/plays/${play.id}/move`, { day, break: adBreak });
    expect(await (await to('2026-12-05', free)).text()).toContain('The order does not run on this day.');
    expect(await (await to(TOMORROW, 'nowhere')).text()).toContain('has no such break');
    await api('/api/v1/logs/release', { day: AFTER });
    const released = await to(AFTER, free);
    expect([released.status, await released.text()]).toEqual([
      422,
      expect.stringContaining('does not change any more'),
    ]);
    await addPerson(service.app, 'far', 'traffic', { kind: 'district', code: 'IDR' });
    expect((await (await signIn(service, 'far'))(`/traffic/plays/${play.id}/move`)).status).toBe(404);
    await addPerson(service.app, 'looker', 'headOffice', { kind: 'state' });
    const looker = await signIn(service, 'looker');
    expect((await looker(`/traffic/plays/${play.id}/move`)).status).toBe(403);
    expect(await (await looker(`/traffic/logs/ujn-01/${TOMORROW}`)).text()).not.toContain('/move');
  });

  it('holds no film on the air whose consent ended or whose order was stopped', async () => {
    const { id } = await (await order()).json();
    const { play, free } = await playAndFreeBreak(AFTER);
    await post(`/traffic/plays/${play.id}/move`, { day: AFTER, break: free });
    consentUntil(TOMORROW);
    // Any order for the day has it planned anew.
    expect((await order({ from: AFTER, timesPerDay: 1 })).status).toBe(201);
    expect(standing(AFTER)).toEqual([]);
    consentUntil(null);
    const again = await playAndFreeBreak();
    await post(`/traffic/plays/${again.play.id}/move`, { day: TOMORROW, break: again.free });
    await api(`/api/v1/flights/${id}/stop`, {});
    expect(standing(TOMORROW)).toEqual([]);
  });
});

/** Another consent in the place of the one before. */
function consentUntil(validUntil: string | null): void {
  clock.pass(1000);
  service.app.catalogue.keep((rows) => {
    const [old] = rows.select().from(consents).all();
    if (!old) throw new Error('no consent');
    rows
      .update(consents)
      .set({ withdrawnAt: clock.now().toISOString(), withdrawnBy: old.recordedBy })
      .where(isNull(consents.withdrawnAt))
      .run();
    rows
      .insert(consents)
      .values({
        ...old,
        id: newId(),
        withdrawnAt: null,
        withdrawnBy: null,
        validUntil,
        recordedAt: clock.now().toISOString(),
      })
      .run();
  });
}

describe('notices', () => {
  const noticesOf = async (login: string) => {
    const fetch = await signIn(service, login);
    return (await fetch('/notices', { headers: inEnglish })).text();
  };

  it('tell traffic of tomorrow’s lists and of plays without a place, until the lists are out', async () => {
    expect(await noticesOf('traffic')).toContain('Nothing waits for you');
    await order({ timesPerDay: 12, minGapMinutes: 180 });
    const text = await noticesOf('traffic');
    expect(text).toContain('Channels whose log for tomorrow is not released: 1.');
    const placed = standing(TOMORROW).length;
    expect(text).toContain(`Plays for tomorrow that found no place: ${12 - placed}.`);
    await addPerson(service.app, 'far', 'traffic', { kind: 'district', code: 'IDR' });
    expect(await noticesOf('far')).toContain('Nothing waits for you');
    await api('/api/v1/logs/release', { day: TOMORROW });
    expect(await noticesOf('traffic')).toContain('Nothing waits for you');
  });

  it('tell of recalls that operators have not confirmed, until they have', async () => {
    putLog(service.app, 'ujn-01', '2026-11-25', [['18:58', cut]]);
    withdrawCut(service.app, cut);
    expect(await noticesOf('traffic')).toContain('Operators who have not said that a recalled spot is gone: 1.');
    const own = operatorAddress(service.app, 'example-ujjain');
    const { recalls } = await (await service.http.request(`${own}/recalls.json`)).json();
    await service.http.request(`${own}/recalls/${recalls[0].id}/ack`, { method: 'POST' });
    expect(await noticesOf('traffic')).toContain('Nothing waits for you');
  });

  it('tell the airing officer whose yesterday nobody has told, until somebody has', async () => {
    await addPerson(service.app, 'airing', 'airing', { kind: 'district', code: 'UJN' });
    putLog(service.app, 'ujn-01', '2026-11-24', [['18:58', cut]]);
    expect(await noticesOf('airing')).toContain('Operators not yet heard about yesterday: 1.');
    const own = operatorAddress(service.app, 'example-ujjain');
    const body = new URLSearchParams({ intent: 'aired' });
    const said = await service.http.request(`${own}/confirm/2026-11-24`, { method: 'POST', body });
    expect(said.status).toBe(303);
    expect(await noticesOf('airing')).toContain('Nothing waits for you');
  });
});
