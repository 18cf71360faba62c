import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countBySpot, importAsRun, matchDays, monthSpan, undoAsRun } from '../../src/domain/airing/index.ts';
import { getOperator } from '../../src/domain/directory/index.ts';
import { readHeadOffice } from '../../src/domain/reports/index.ts';
import { spots } from '../../src/domain/spots/spots.table.ts';
import { broadcastDay } from '../../src/kernel/broadcast-day.ts';
import { testClock } from './catalogue.ts';
import { addPerson, signIn, testService } from './http.ts';
import { approvedCut, lineCrew, type OnAirCut, operatorAddress, putLog } from './on-air.ts';

const DAY = '2026-11-20';
const UJN = { districts: ['UJN'] };
let service: ReturnType<typeof testService>;
let cut: OnAirCut;
let own: string;
let office: Awaited<ReturnType<typeof signIn>>;

const month = monthSpan('2026-11') ?? { from: broadcastDay('2026-11-01'), until: broadcastDay('2026-12-01') };
const read = () => readHeadOffice(service.app, UJN, month);
const confirm = (fields: [string, string][]) =>
  service.http.request(`${own}/confirm/${DAY}`, { method: 'POST', body: new URLSearchParams(fields) });

beforeEach(async () => {
  service = testService({ PRERNA_AIRTIME_RUPEES: '200' }, testClock());
  cut = await approvedCut(service.app, await lineCrew(service.app));
  putLog(service.app, 'ujn-01', DAY, [
    ['07:58', cut],
    ['18:58', cut],
  ]);
  putLog(service.app, 'ujn-02', DAY, [['08:28', cut]]);
  own = operatorAddress(service.app, 'example-ujjain');
  await addPerson(service.app, 'office', 'headOffice', { kind: 'state' });
  office = await signIn(service, 'office');
});
afterEach(() => service.close());

describe("head office's month", () => {
  it('says what was made and approved, and of the airing only that nobody has said a word', () => {
    const { line, behind, best, costAvoidedRupees } = read();
    expect(line).toMatchObject({ made: 1, madeMonthBefore: undefined, approved: 1, aired: null });
    expect(behind.operators).toEqual([{ operatorId: 'example-ujjain', days: 1, since: DAY }]);
    expect([best, costAvoidedRupees]).toEqual([[], undefined]);
  });

  it('after one tap counts spots, channels and plays, names the evidence and nobody behind', async () => {
    read();
    await confirm([['intent', 'aired']]);
    const { line, behind, best, heat, costAvoidedRupees } = read();
    expect(line.aired).toMatchObject({ spots: 1, channels: 2, plays: 3 });
    expect(line.evidence).toEqual({ proved: 0, listed: 0, word: 3 });
    expect(behind.operators).toEqual([]);
    expect(best).toEqual([expect.objectContaining({ channels: 2, plays: 3 })]);
    expect(heat.rows).toEqual([{ scheme: 'PMA', spots: [1] }]);
    // 3 plays of 30 s at 200 rupees for ten seconds.
    expect(costAvoidedRupees).toBe(1800);
  });

  it('a district without anything new for a week is behind, since the day of its last spot', () => {
    const behind = readHeadOffice(service.app, { districts: ['UJN', 'DWS'] }, month).behind.districts;
    expect(behind).toEqual([{ district: 'DWS', spots: 0, since: undefined }]);
    const later = monthSpan('2026-12') ?? month;
    expect(readHeadOffice(service.app, UJN, later).weeks.at(-1)).toMatchObject({ made: 1, approved: 1 });
  });
});

describe('counted days', () => {
  const summed = () => {
    const counts = countBySpot(service.app, ['example-ujjain'], month);
    const sum = (key: 'aired' | 'missing' | 'unknown' | 'listed') => counts.reduce((all, one) => all + one[key], 0);
    return { aired: sum('aired'), missing: sum('missing'), unknown: sum('unknown'), listed: sum('listed') };
  };
  const matched = () => {
    const states = matchDays(service.app, ['example-ujjain'], month).flatMap((day) => day.airings.positions);
    const count = (state: string) => states.filter((one) => one.state === state).length;
    const listed = states.filter((one) => one.state === 'aired' && one.evidence === 3).length;
    return { aired: count('aired'), missing: count('missing'), unknown: count('unknown'), listed };
  };

  it('are counted again after a word, a list and its undoing, and always say what the match says', async () => {
    expect(summed()).toEqual({ aired: 0, missing: 0, unknown: 3, listed: 0 });
    await confirm([['intent', 'none']]);
    expect(summed()).toEqual({ aired: 0, missing: 3, unknown: 0, listed: 0 });
    const operator = getOperator(service.app.catalogue.rows, UJN, 'example-ujjain');
    const lines = ['date,channel,time,house,status', `${DAY},ujn-02,08:28:00,${cut.house},aired`].join('\r\n');
    const file = await importAsRun(service.app, operator, Buffer.from(lines), { source: 'file', actor: 'system' });
    expect(summed()).toEqual(matched());
    expect(summed().missing).toBe(2);
    const id = file.ok ? file.value.id : undefined;
    undoAsRun(service.app, { id: 'system', ...UJN }, id ?? '');
    expect(summed()).toEqual({ aired: 0, missing: 3, unknown: 0, listed: 0 });
  });
});

describe('the pages', () => {
  it('every number of the line opens as many rows as it says', async () => {
    await confirm([['intent', 'aired']]);
    const html = await (await office('/reports?month=2026-11&place=UJN')).text();
    for (const what of ['made', 'approved', 'aired']) {
      expect(html).toContain(`/reports/spots?month=2026-11&amp;place=UJN&amp;what=${what}`);
      const rows = await (await office(`/api/v1/reports/spots?month=2026-11&place=UJN&what=${what}`)).json();
      expect(rows.spots, what).toHaveLength(1);
    }
    const page = await (await office('/reports/spots?month=2026-11&what=aired&scheme=PMA&district=UJN')).text();
    expect(page).toContain('UJN-');
    const csv = await (await office('/api/v1/reports/head-office.csv?month=2026-11&place=UJN')).text();
    expect(csv).toContain('योजना और ज़िला');
  });

  it('an empty month, the projector and the paper speak both languages', async () => {
    for (const path of [
      '/reports?month=2025-01',
      '/reports?present=1',
      '/reports/month?month=2026-11',
      '/reports/spots?month=2025-01',
    ])
      for (const language of ['hi', 'en']) {
        const answer = await office(path, { headers: { 'accept-language': language } });
        expect([path, language, answer.status]).toEqual([path, language, 200]);
      }
  });

  it('a place out of reach and a question that nobody asks are not there', async () => {
    await addPerson(service.app, 'dewas', 'staff', { kind: 'district', code: 'DWS' });
    const stranger = await signIn(service, 'dewas');
    expect((await stranger('/reports?place=UJN')).status).toBe(404);
    expect((await stranger('/api/v1/reports/head-office?place=UJN')).status).toBe(404);
    expect((await office('/reports/spots?what=everything')).status).toBe(404);
    const own = await (await stranger('/api/v1/reports/head-office?month=2026-11')).json();
    expect(own.line).toMatchObject({ made: 0, approved: 0 });
  });
});

it('shows no poster of somebody who took the consent back, and still counts what ran', async () => {
  await confirm([['intent', 'aired']]);
  const poster = /api\/v1\/clips\/[a-z0-9]+\/poster/;
  expect(await (await office('/reports?month=2026-11')).text()).toMatch(poster);
  service.app.catalogue.keep((rows) => rows.update(spots).set({ state: 'withdrawn' }).run());
  expect(await (await office('/reports?month=2026-11')).text()).not.toMatch(poster);
  expect(read().line.aired).toMatchObject({ plays: 3 });
});
