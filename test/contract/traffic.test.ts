import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withdrawConsent } from '../../src/domain/consent/index.ts';
import { findCut, findSpot } from '../../src/domain/spots/index.ts';
import {
  addFlight,
  type FlightWish,
  flightWish,
  listLog,
  listOperatorLogs,
  listStanding,
  previewFlight,
  releaseDay,
  stopFlight,
} from '../../src/domain/traffic/index.ts';
import { broadcastDay } from '../../src/kernel/broadcast-day.ts';
import { NotFoundError } from '../../src/kernel/not-found.ts';
import { createFactDrain } from '../../src/platform/jobs/facts.ts';
import { trafficParts } from '../../src/web/traffic/traffic-parts.ts';
import { listSubscribers } from '../../src/worker/subscribers.ts';
import { approvedCut, personOf } from './approved-cut.ts';
import { addPerson, signIn, testService } from './http.ts';

// 11:30 in India on a Wednesday.
const NOON = '2026-11-25T06:00:00Z';
let now: Date;
let service: ReturnType<typeof testService>;
let cut: ReturnType<typeof approvedCut>;
let officerId: string;
let people: { makerId: string; reviewerId: string; district: string };

beforeEach(async () => {
  now = new Date(NOON);
  service = testService({}, { now: () => now });
  const { app } = service;
  const makerId = await addPerson(app, 'maker', 'staff', { kind: 'district', code: 'UJN' });
  const reviewerId = await addPerson(app, 'second', 'reviewer', { kind: 'state' });
  officerId = await addPerson(app, 'officer', 'traffic', { kind: 'district', code: 'UJN' });
  people = { makerId, reviewerId, district: 'UJN' };
  cut = approvedCut(app, people);
});
afterEach(() => service.close());

const wishOf = (wish: Partial<Record<keyof FlightWish, unknown>> = {}) =>
  flightWish.parse({
    cuts: [{ house: cut.house }],
    channels: { districts: ['UJN'] },
    from: '2026-11-26',
    until: '2026-11-28',
    timesPerDay: 2,
    ...wish,
  });
const officer = () => personOf(service.app, officerId);
const add = (wish = wishOf()) => addFlight(trafficParts(service.app), officer(), wish);
const preview = (wish: FlightWish) => previewFlight(trafficParts(service.app), officer(), wish);
const release = (day: string) => releaseDay(trafficParts(service.app), officer(), { day: broadcastDay(day) });
const rows = () => service.app.catalogue.rows;
const logOf = (day: string, channel = 'ujn-01') => listLog(rows(), channel, day);
const standing = (day: string) => logOf(day)?.positions.filter((position) => !position.pulledAt) ?? [];
const drain = () =>
  createFactDrain({
    ...service.app,
    logger: pino({ level: 'silent' }),
    subscribers: listSubscribers(service.app),
  })();
const withdraw = async () => {
  withdrawConsent(service.app, personOf(service.app, people.makerId), cut.consentId);
  await drain();
};

describe('a flight', () => {
  it('becomes a log for each channel and day, with the counts that its preview promised', () => {
    const promised = preview(wishOf());
    expect(promised).toMatchObject({ ok: true, value: { wanted: 8, placed: 8, channels: 2, days: 2, missing: [] } });
    const given = add();
    expect(given.ok && given.value.effect).toEqual(promised.ok && promised.value);
    for (const day of ['2026-11-26', '2026-11-27'])
      for (const channel of ['ujn-01', 'ujn-02'])
        expect(logOf(day, channel)).toMatchObject({
          version: 1,
          releasedAt: null,
          positions: [{ house: cut.house }, { house: cut.house }],
        });
    expect(logOf('2026-11-28')).toBeUndefined();
    expect(listOperatorLogs(rows(), 'example-ujjain', '2026-11-26').map((log) => log.channelId)).toEqual([
      'ujn-01',
      'ujn-02',
    ]);
  });

  it('keeps a person’s films apart: two cuts of one scheme never stand together in a break', () => {
    const other = approvedCut(service.app, people);
    add(wishOf({ cuts: [{ house: cut.house }, { house: other.house }], timesPerDay: 4 }));
    const breaks = Map.groupBy(standing('2026-11-26'), (position) => position.breakId);
    expect([...breaks.values()].map((positions) => positions.length)).toEqual([1, 1, 1, 1]);
    expect(new Set(standing('2026-11-26').map((position) => position.house)).size).toBe(2);
  });

  it('says before the act what finds no place, by channel and day, and why', () => {
    expect(preview(wishOf({ timesPerDay: 6, until: '2026-11-27' }))).toMatchObject({
      value: {
        wanted: 12,
        placed: 7,
        missing: [
          { channelId: 'ujn-01', day: '2026-11-26', missing: 2, reason: 'separation' },
          { channelId: 'ujn-02', day: '2026-11-26', missing: 3 },
        ],
      },
    });
    expect(logOf('2026-11-26')).toBeUndefined();
  });

  it('that begins today uses only the hours that are left', () => {
    add(wishOf({ from: '2026-11-25', until: '2026-11-26', timesPerDay: 4 }));
    expect(standing('2026-11-25').map((position) => position.breakId)).toEqual(['b1258', 'b1858', 'b2058']);
  });

  it('planned again in the middle of a day keeps what is over', () => {
    add(wishOf({ from: '2026-11-25', until: '2026-11-26', timesPerDay: 3 }));
    const [first, ...later] = standing('2026-11-25');
    now = new Date('2026-11-25T09:00:00Z');
    add(wishOf({ from: '2026-11-25', until: '2026-11-26', timesPerDay: 1, cuts: [{ house: secondHouse() }] }));
    expect(standing('2026-11-25')[0]).toEqual(first);
    expect(standing('2026-11-25').length).toBe(later.length + 1);
  });

  const secondHouse = () => approvedCut(service.app, people).house;

  it.each([
    ['flight.noChannels', { channels: { districts: ['DWS'] } }],
    ['flight.noCuts', { cuts: [] }],
    ['flight.unknownCut', { cuts: [{ house: 'UJNPMA99999' }] }],
    ['flight.past', { from: '2026-11-24' }],
    ['flight.order', { until: '2026-11-26' }],
    ['flight.noDays', { days: '1000000' }],
  ])('is refused with a reason: %s', (code, wish) => {
    expect(add(wishOf(wish))).toMatchObject({ ok: false, refusal: { code, user: code } });
  });

  it('is refused for a film of another district, as if it were not there', () => {
    const dewas = approvedCut(service.app, { ...people, district: 'DWS', makerId: dewasMaker });
    expect(add(wishOf({ cuts: [{ house: dewas.house }] }))).toMatchObject({ refusal: { code: 'flight.unknownCut' } });
  });
  let dewasMaker: string;
  beforeEach(async () => {
    dewasMaker = await addPerson(service.app, 'dewas', 'staff', { kind: 'district', code: 'DWS' });
  });

  it('stopped leaves the days that are not out, and keeps those that are', () => {
    const given = add();
    release('2026-11-26');
    if (!given.ok) throw new Error('refused');
    expect(stopFlight(trafficParts(service.app), officer(), given.value.flightId).ok).toBe(true);
    expect(standing('2026-11-26')).toHaveLength(2);
    expect(standing('2026-11-27')).toEqual([]);
    expect(stopFlight(trafficParts(service.app), officer(), given.value.flightId)).toMatchObject({
      refusal: { code: 'flight.stopped' },
    });
  });

  it('is not there for another district', async () => {
    const given = add();
    const stranger = personOf(
      service.app,
      await addPerson(service.app, 'other', 'traffic', { kind: 'district', code: 'IDR' }),
    );
    const stop = () => stopFlight(trafficParts(service.app), stranger, given.ok ? given.value.flightId : '');
    expect(stop).toThrow(NotFoundError);
  });
});

describe('a released day', () => {
  it('stays as it is when a new order comes, and the preview says so', () => {
    add();
    expect(release('2026-11-26')).toMatchObject({ ok: true, value: { released: 2 } });
    const before = logOf('2026-11-26');
    const more = wishOf({ cuts: [{ house: approvedCut(service.app, people).house }], timesPerDay: 1 });
    expect(preview(more)).toMatchObject({ value: { wanted: 4, placed: 2, missing: [{ reason: 'released' }, {}] } });
    add(more);
    expect(logOf('2026-11-26')).toEqual(before);
    expect(standing('2026-11-27')).toHaveLength(3);
  });

  it('is released once, and not when nothing stands in it or it is over', () => {
    expect(release('2026-11-26')).toMatchObject({ refusal: { code: 'log.nothing' } });
    add();
    release('2026-11-26');
    expect(release('2026-11-26')).toMatchObject({ refusal: { code: 'log.nothing' } });
    expect(release('2026-11-24')).toMatchObject({ refusal: { code: 'log.past' } });
  });
});

describe('withdrawal', () => {
  it('pulls every play from now on, also of released days and today’s later hours, and keeps the past', async () => {
    add(wishOf({ from: '2026-11-25', until: '2026-11-28', timesPerDay: 3 }));
    release('2026-11-25');
    release('2026-11-26');
    now = new Date('2026-11-25T14:00:00Z');
    const version = logOf('2026-11-25')?.version ?? 0;
    await withdraw();
    expect(standing('2026-11-25').map((position) => position.breakId)).toEqual(['b1258', 'b1858']);
    expect(logOf('2026-11-25')).toMatchObject({ version: version + 1 });
    expect(logOf('2026-11-26')?.positions.map((position) => position.pulledReason)).toEqual([
      'consent',
      'consent',
      'consent',
    ]);
    expect([standing('2026-11-26'), standing('2026-11-27')]).toEqual([[], []]);
    expect(findCut(rows(), cut.cutId)?.state).toBe('withdrawn');
    expect(findSpot(rows(), cut.spotId)?.state).toBe('withdrawn');
  });

  it('heard or not, no day is planned with the film again and no new order takes it', async () => {
    const other = approvedCut(service.app, people);
    add(wishOf({ cuts: [{ house: cut.house }, { house: other.house }] }));
    withdrawConsent(service.app, personOf(service.app, people.makerId), cut.consentId);
    expect(add()).toMatchObject({ refusal: { code: 'flight.noConsent' } });
    release('2026-11-26');
    expect(new Set(standing('2026-11-26').map((position) => position.house))).toEqual(new Set([other.house]));
    await drain();
    expect(add()).toMatchObject({ refusal: { code: 'flight.withdrawn' } });
  });

  it('leaves another person’s films alone, and heard twice changes nothing more', async () => {
    const other = approvedCut(service.app, people);
    add(wishOf({ cuts: [{ house: other.house }] }));
    await withdraw();
    await withdraw();
    const span = {
      channelIds: ['ujn-01', 'ujn-02'],
      from: broadcastDay('2026-11-26'),
      until: broadcastDay('2026-11-28'),
    };
    expect(listStanding(rows(), span)).toHaveLength(8);
  });
});

describe('over the API', () => {
  const send = async (login: string, path: string, body: unknown) =>
    (await signIn(service, login))(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });

  it('a flight is previewed, given, seen in the day’s log, and stopped', async () => {
    const { title: _, ...wish } = wishOf();
    expect(await (await send('officer', '/api/v1/flights/preview', wish)).json()).toMatchObject({ placed: 8 });
    const given = await send('officer', '/api/v1/flights', wish);
    expect(given.status).toBe(201);
    const { id } = (await given.json()) as { id: string };
    const read = await signIn(service, 'officer');
    const log = await (await read('/api/v1/logs?day=2026-11-26&channel=ujn-01')).json();
    expect(log).toMatchObject({ items: [{ channel: 'ujn-01', positions: [{ cut: cut.house, flight: id }, {}] }] });
    expect((await send('officer', '/api/v1/logs/release', { day: '2026-11-26' })).status).toBe(200);
    expect(await (await send('officer', `/api/v1/flights/${id}/stop`, {})).json()).toMatchObject({ state: 'stopped' });
    expect(await (await read('/api/v1/flights')).json()).toMatchObject({
      items: [{ id, state: 'stopped' }],
      next: null,
    });
  });

  it('a stranger’s flight and channel are not there; those who only look change nothing', async () => {
    const given = add();
    const id = given.ok ? given.value.flightId : '';
    await addPerson(service.app, 'other', 'traffic', { kind: 'district', code: 'IDR' });
    await addPerson(service.app, 'auditor', 'auditor', { kind: 'state' });
    const other = await signIn(service, 'other');
    const paths = [`/api/v1/flights/${id}`, '/api/v1/logs?day=2026-11-26&channel=ujn-01'];
    for (const path of [...paths, '/api/v1/logs?day=2026-11-26&operator=example-ujjain'])
      expect([path, (await other(path)).status]).toEqual([path, 404]);
    expect((await send('other', `/api/v1/flights/${id}/stop`, {})).status).toBe(404);
    expect((await send('auditor', `/api/v1/flights/${id}/stop`, {})).status).toBe(403);
    expect((await send('officer', '/api/v1/flights', { cuts: [] })).status).toBe(400);
  });
});
