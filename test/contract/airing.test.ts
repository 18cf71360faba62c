import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  buildMonthReport,
  dayAirings,
  listAsRuns,
  monthSpan,
  readMonthGrid,
  readMonthReport,
} from '../../src/domain/airing/index.ts';
import { broadcastDay } from '../../src/kernel/broadcast-day.ts';
import { testClock } from './catalogue.ts';
import { addPerson, signIn, testService } from './http.ts';
import { approvedCut, lineCrew, type OnAirCut, operatorAddress, putLog, withdrawCut } from './on-air.ts';

const YESTERDAY = '2026-11-24';
let service: ReturnType<typeof testService>;
let cut: OnAirCut;
let positions: string[];
let own: string;
let officer: Awaited<ReturnType<typeof signIn>>;

const month = () => monthSpan('2026-11') ?? { from: broadcastDay('2026-11-01'), until: broadcastDay('2026-12-01') };
const markOf = (day: string, operator = 'example-ujjain') =>
  readMonthGrid(service.app, [operator], month()).rows[0]?.cells.find((cell) => cell.day === day)?.mark;
const post = (path: string, body: BodyInit, headers = {}) =>
  service.http.request(path, { method: 'POST', body, headers });
const confirm = (base: string, fields: [string, string][]) =>
  post(`${base}/confirm/${YESTERDAY}`, new URLSearchParams(fields));
const csv = (rows: string[]) => ['date,channel,time,house,status', ...rows].join('\r\n');
const states = () =>
  dayAirings(service.app, 'example-ujjain', broadcastDay(YESTERDAY)).flatMap((day) =>
    day.airings.positions.map((one) => one.state),
  );

beforeEach(async () => {
  service = testService({}, testClock());
  const crew = await lineCrew(service.app);
  cut = await approvedCut(service.app, crew);
  positions = putLog(service.app, 'ujn-01', YESTERDAY, [
    ['07:58', cut],
    ['18:58', cut],
  ]);
  putLog(service.app, 'ujn-01', '2026-11-26', [['07:58', cut]]);
  own = operatorAddress(service.app, 'example-ujjain');
  await addPerson(service.app, 'officer', 'airing', { kind: 'district', code: 'UJN' });
  officer = await signIn(service, 'officer');
});
afterEach(() => service.close());

describe('confirmation by the operator', () => {
  it('before any word the grid says that no list came; one tap makes it aired', async () => {
    expect(markOf(YESTERDAY)).toBe('no-log');
    expect(markOf('2026-11-26')).toBe('planned');
    expect(markOf('2026-11-20')).toBe('none');
    expect(await (await service.http.request(own)).text()).toContain('कल सब चला?');
    expect((await confirm(own, [['intent', 'aired']])).headers.get('location')).toContain('done=confirmed');
    expect(markOf(YESTERDAY)).toBe('aired');
  });

  it('an exception stands as not aired, and the last word counts', async () => {
    await confirm(own, [
      ['intent', 'aired'],
      ['missed', positions[1] ?? ''],
    ]);
    expect(states()).toEqual(['aired', 'missing']);
    expect(markOf(YESTERDAY)).toBe('missing');
    await confirm(own, [['intent', 'none']]);
    expect(states()).toEqual(['missing', 'missing']);
    await confirm(own, [['intent', 'aired']]);
    expect(states()).toEqual(['aired', 'aired']);
  });

  it('another operator’s plays, a day that is to come and another site’s form are refused', async () => {
    const other = operatorAddress(service.app, 'example-dewas');
    expect(
      (
        await confirm(other, [
          ['intent', 'aired'],
          ['missed', positions[0] ?? ''],
        ])
      ).status,
    ).toBe(422);
    const ahead = await post(`${own}/confirm/2026-11-26`, new URLSearchParams({ intent: 'aired' }));
    expect(ahead.status).toBe(422);
    const foreign = await post(`${own}/confirm/${YESTERDAY}`, new URLSearchParams({ intent: 'aired' }), {
      'sec-fetch-site': 'cross-site',
    });
    expect(foreign.status).toBe(403);
    expect(states()).toEqual(['unknown', 'unknown']);
  });

  it('a cut that was taken back later stays in the record of what aired', async () => {
    await confirm(own, [['intent', 'aired']]);
    withdrawCut(service.app, cut);
    expect(states()).toEqual(['aired', 'aired']);
  });
});

describe('a machine’s list', () => {
  const lines = () => [
    `24-11-2026,ujn-01,07:58:02,${cut.house},aired`,
    `24-11-2026,ujn-01,18:58:00,${cut.house},not aired`,
  ];
  const send = (text: string) => post(`${own}/asrun`, text, { 'content-type': 'text/csv' });

  it('sent twice adds nothing the second time', async () => {
    expect(await (await send(csv(lines()))).json()).toMatchObject({ added: 2, known: 0, problems: [] });
    expect(await (await send(csv(lines()))).json()).toMatchObject({ added: 0, known: 2 });
    expect(states()).toEqual(['aired', 'missing']);
  });

  it('names the lines that could not be taken, in both languages', async () => {
    const answer = await (
      await send(csv([...lines(), `24-11-2026,dws-01,09:00,${cut.house},aired`, 'x,ujn-01,09:00,A,']))
    ).json();
    expect(answer).toMatchObject({
      added: 2,
      problems: [
        { line: 4, code: 'channel.unknown', message: { en: expect.stringContaining('dws-01') } },
        { line: 5, code: 'day.unreadable' },
      ],
    });
  });

  it('one play as JSON counts once however often it is posted; without a channel where there are two it is refused', async () => {
    const event = (channel?: string) =>
      post(`${own}/asrun`, JSON.stringify({ channel, house: cut.house, startAt: `${YESTERDAY}T07:58:01+05:30` }), {
        'content-type': 'application/json',
      });
    expect(await (await event('ujn-01')).json()).toEqual({ added: 1 });
    expect(await (await event('ujn-01')).json()).toEqual({ added: 0 });
    expect((await event()).status).toBe(422);
    expect(states()[0]).toBe('aired');
  });

  it('is shown before it is taken, taken by the officer, and taken back whole', async () => {
    const form = new FormData();
    form.set('operator', 'example-ujjain');
    form.set('file', new File([csv(lines())], 'list.csv'));
    const preview = await (await officer('/airing/import', { method: 'POST', body: form })).text();
    expect(preview).toContain(cut.house);
    expect(states()).toEqual(['unknown', 'unknown']);
    const seal = /name="file" value="([^"]+)"/.exec(preview)?.[1] ?? '';
    const take = (file: string) =>
      officer('/airing/import/take', {
        method: 'POST',
        body: new URLSearchParams({ operator: 'example-ujjain', file }),
      });
    expect((await take(`${'a'.repeat(64)}.asrun.${'0'.repeat(64)}`)).status).toBe(400);
    expect((await take(seal)).status).toBe(303);
    expect(states()).toEqual(['aired', 'missing']);
    const [run] = listAsRuns(service.app.catalogue.rows, { districts: ['UJN'] }, 5);
    const undo = await officer(`/airing/imports/${run?.id}/undo`, { method: 'POST' });
    expect(undo.status).toBe(303);
    expect(states()).toEqual(['unknown', 'unknown']);
    expect((await take(seal)).status).toBe(303);
    expect(states()).toEqual(['aired', 'missing']);
  });
});

describe('the month', () => {
  it('counts what was made, approved, planned and aired, and says null where nothing was heard', async () => {
    const before = readMonthReport(service.app, { districts: ['UJN'] }, month());
    expect(before.total).toMatchObject({ made: 1, approved: 1, planned: 3, aired: null, unknown: 2 });
    await confirm(own, [
      ['intent', 'aired'],
      ['missed', positions[1] ?? ''],
    ]);
    const after = readMonthReport(service.app, { districts: ['UJN'] }, month());
    expect(after.total).toMatchObject({ aired: 1, missing: 1, proved: 0, spotsAired: 1, airedSeconds: 30 });
    expect(buildMonthReport([], []).total.aired).toBe(0);
  });

  it('the officer sees the grid, opens a day and confirms it; others’ operators are not there', async () => {
    const page = await (await officer(`/airing?month=2026-11&operator=example-ujjain&day=${YESTERDAY}`)).text();
    expect(page).toContain('ऑपरेटर की सूची नहीं आई');
    expect(page).toContain('07:58:00');
    const say = (operator: string) =>
      officer(`/airing/${operator}/${YESTERDAY}/confirm`, {
        method: 'POST',
        body: new URLSearchParams({ intent: 'aired' }),
      });
    expect((await say('example-dewas')).status).toBe(404);
    expect((await say('example-ujjain')).status).toBe(303);
    expect(markOf(YESTERDAY)).toBe('aired');
  });

  it('the report prints, and its CSV has the same numbers', async () => {
    await confirm(own, [['intent', 'aired']]);
    const page = await (await officer('/reports/month?month=2026-11')).text();
    expect(page).toContain('मासिक रिपोर्ट');
    const table = await (await officer('/api/v1/reports/month.csv?month=2026-11')).text();
    expect(table.split('\r\n')[1]).toContain(',1,1,3,2,0,0,0,1,60');
    expect(await (await officer('/api/v1/reports/month?month=2026-11')).json()).toMatchObject({
      report: { total: { aired: 2 } },
    });
  });
});
