import { describe, expect, it } from 'vitest';
import {
  type AiringState,
  buildMonthGrid,
  buildMonthReport,
  gridKey,
  listReportRows,
  type ReportedAirings,
} from '../../../src/domain/airing/index.ts';
import { messageIn } from '../../../src/web/locales/index.ts';

describe('the month grid', () => {
  const marks = (counts: [AiringState, number][], heard = true) => {
    const grid = buildMonthGrid({
      days: ['2026-11-10'],
      operators: ['o1'],
      counts: counts.map(([state, count]) => ({ operator: 'o1', day: '2026-11-10', state, count })),
      heard: new Set(heard ? [gridKey('o1', '2026-11-10')] : []),
    });
    return grid.rows[0]?.cells[0]?.mark;
  };
  it.each<[string, [AiringState, number][], string]>([
    ['proved only when all is', [['proved', 12]], 'proved'],
    [
      'aired when a part rests on words',
      [
        ['proved', 11],
        ['aired', 1],
      ],
      'aired',
    ],
    [
      'missing when one is',
      [
        ['proved', 10],
        ['aired', 1],
        ['missing', 1],
      ],
      'missing',
    ],
    [
      'not known when one is',
      [
        ['aired', 11],
        ['unknown', 1],
      ],
      'unknown',
    ],
    [
      'aired on a day that is half over',
      [
        ['proved', 2],
        ['planned', 3],
      ],
      'aired',
    ],
    ['planned when all is to come', [['planned', 3]], 'planned'],
    ['nothing when nothing was planned', [], 'none'],
  ])('marks a day %s', (_, counts, mark) => expect(marks(counts)).toBe(mark));
  it('tells a day without any list from a day that is not clear', () => {
    expect(marks([['unknown', 12]], false)).toBe('no-log');
    expect(marks([['unknown', 12]], true)).toBe('unknown');
  });
  it('adds up what its rows show, and only that', () => {
    const count = (operator: string) => ({ operator, day: '2026-11-10', state: 'aired' as const, count: 2 });
    const grid = buildMonthGrid({
      days: ['2026-11-10'],
      operators: ['o1'],
      counts: [count('o1'), count('o2')],
      heard: new Set(),
    });
    expect(grid.totals.aired).toBe(2);
  });
});

describe('the month report', () => {
  const spot = (id: string, scheme: string, district: string, isApproved = true) => ({
    spot: id,
    scheme,
    district,
    isMade: true,
    isApproved,
  });
  const airing = (
    id: string,
    state: AiringState,
    count: number,
    more: Partial<ReportedAirings> = {},
  ): ReportedAirings => {
    return {
      spot: id,
      scheme: 'PMA',
      district: 'UJN',
      operator: 'o1',
      state,
      count,
      seconds: count * 30,
      isHeard: true,
      ...more,
    };
  };
  const spots = [spot('s1', 'PMA', 'UJN'), spot('s2', 'PMA', 'UJN', false), spot('s3', 'LBY', 'DWS')];
  const airings = [
    airing('s1', 'aired', 3),
    airing('s1', 'proved', 2, { operator: 'o2' }),
    airing('s1', 'missing', 1),
    airing('s3', 'unknown', 4, { scheme: 'LBY', district: 'DWS', operator: 'o3', isHeard: false }),
  ];
  const report = buildMonthReport(spots, airings);
  it('counts made, approved, aired and proved; proved is a part of aired', () => {
    expect(report.total).toMatchObject({
      made: 3,
      approved: 2,
      planned: 10,
      aired: 5,
      proved: 2,
      missing: 1,
      unknown: 4,
      spotsAired: 1,
      airedSeconds: 150,
    });
  });
  it('says per scheme, district and operator, in order of their codes', () => {
    expect(report.schemes.map((line) => [line.key, line.made, line.aired])).toEqual([
      ['LBY', 1, null],
      ['PMA', 2, 5],
    ]);
    expect(report.districts.map((line) => line.key)).toEqual(['DWS', 'UJN']);
    expect(report.operators.map((line) => [line.key, line.aired, line.proved])).toEqual([
      ['o1', 3, 0],
      ['o2', 2, 2],
      ['o3', null, null],
    ]);
  });
  it('never says 0 where no list came, and says 0 where one came and nothing aired', () => {
    const line = (isHeard: boolean) => buildMonthReport([], [airing('s1', 'missing', 2, { isHeard })]).total.aired;
    expect([line(false), line(true)]).toEqual([null, 0]);
    expect(buildMonthReport([], [airing('s1', 'planned', 2, { isHeard: false })]).total.aired).toBe(0);
  });
  it('counts different spots for the heat table', () => {
    expect(report.heat).toEqual([
      { scheme: 'PMA', district: 'UJN', spotsAired: 1 },
      { scheme: 'LBY', district: 'DWS', spotsAired: null },
    ]);
  });
  it('becomes rows in which a missing list is a sentence, not a number', () => {
    const rows = listReportRows(report, { say: (key) => messageIn('en', key), nameOf: (_, key) => key });
    expect(rows[0]?.slice(0, 6)).toEqual(['Of what', 'Name', 'Spots made', 'Approved', 'Plays planned', 'Plays aired']);
    expect(rows.at(-1)).toEqual([
      'Cable operator',
      'o3',
      '',
      '',
      4,
      ...['No list from the operator yet', 'No list from the operator yet', 'No list from the operator yet'],
      4,
      ...['No list from the operator yet', 'No list from the operator yet'],
    ]);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  });
});
