import { describe, expect, it } from 'vitest';
import { planLogs } from '../../../src/domain/traffic/plan-logs.ts';
import { film, flight, MINUTE, pause, plan } from './plan-build.ts';

const hours = (from: number, to: number, lengthFrames = 2 * MINUTE) =>
  Array.from({ length: to - from }, (_, index) => {
    const hour = String(from + index).padStart(2, '0');
    return pause(`b${hour}`, `${hour}:00:00`, lengthFrames);
  });

const one = (more: object) => planLogs(plan(more));
const reasons = (more: object) => one(more).unplaced.map(({ flight: id, missing, reason }) => [id, missing, reason]);
const places = (more: object) =>
  one(more).logs.flatMap((log) => log.positions.map((position) => `${position.at} ${position.cut}`));

describe('placing', () => {
  it('starts each position where the one before it ends', () => {
    const flights = [flight('f1', 'A'), flight('f2', 'B')];
    expect(places({ flights }).map((text) => text.slice(0, 11))).toEqual(['18:00:00:00', '18:00:30:00']);
  });
  it('spreads the plays of a day over the whole window', () => {
    const channels = [{ id: 'c1', breaks: hours(6, 22) }];
    const starts = places({ channels, flights: [flight('f1', 'A', { timesPerDay: 4 })] }).map((at) =>
      Number(at.slice(0, 2)),
    );
    const gaps = starts.slice(1).map((hour, index) => hour - (starts[index] ?? 0));
    expect(starts).toHaveLength(4);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(3);
  });
  it('finds the only way to keep a gap that fits exactly', () => {
    const channels = [{ id: 'c1', breaks: hours(18, 21) }];
    const order = flight('f1', 'A', { timesPerDay: 3, minGapMinutes: 60, dayparts: ['prime'] });
    expect(places({ channels, flights: [order] })).toEqual(['18:00:00:00 A', '19:00:00:00 A', '20:00:00:00 A']);
  });
  it('counts the gap from start to start, not from break to break', () => {
    const channels = [{ id: 'c1', breaks: hours(18, 20) }];
    const locked = [{ channel: 'c1', day: '2026-12-01', break: 'b18', position: 1, cut: 'B', flight: null }];
    const order = flight('f1', 'A', { timesPerDay: 2, minGapMinutes: 60 });
    expect(reasons({ channels, locked, flights: [order] })).toEqual([['f1', 1, 'gap']]);
  });
  it('moves a neighbour to another break to make room', () => {
    const channels = [{ id: 'c1', breaks: [pause('b1', '07:00:00', 1500), pause('b2', '19:00:00', 1000)] }];
    const cuts = [film('A'), film('B', { lengthFrames: 1500 }), film('C')];
    const flights = [flight('f1', 'A', { priority: 1 }), flight('f2', 'B', { priority: 2 })];
    expect(reasons({ channels, cuts, flights })).toEqual([]);
  });
  it('serves priority 1 first when there is room for one', () => {
    const channels = [{ id: 'c1', breaks: [pause('b1', '18:00:00', 750)] }];
    const flights = [flight('late', 'A', { priority: 2 }), flight('first', 'B', { priority: 1 })];
    expect(reasons({ channels, flights })).toEqual([['late', 1, 'length']]);
  });
  it('turns the cuts of a flight by weight, over days and over channels', () => {
    const channels = Array.from({ length: 8 }, (_, index) => ({
      id: `c${index}`,
      district: 'UJN',
      breaks: hours(6, 12),
    }));
    const cuts = [
      { id: 'A', weight: 3 },
      { id: 'B', weight: 1 },
    ];
    const order = flight('f1', 'A', { cuts, channels: { districts: ['UJN'] }, timesPerDay: 1 });
    const counts = Object.groupBy(places({ channels, flights: [order], days: 5 }), (text) => text.slice(-1));
    expect([counts['A']?.length, counts['B']?.length]).toEqual([30, 10]);
  });
  it('makes a log for each channel and day, also an empty one', () => {
    expect(one({ days: 3 }).logs.map((log) => [log.day, log.positions.length])).toEqual([
      ['2026-12-01', 0],
      ['2026-12-02', 0],
      ['2026-12-03', 0],
    ]);
  });
  it('fills what is left with evergreen cuts, as filler without a flight', () => {
    const cuts = [film('A'), film('E', { evergreen: true }), film('F', { evergreen: true, notAfter: '2026-12-01' })];
    const [log] = one({ cuts, flights: [flight('f1', 'A')], fill: true }).logs;
    expect(log?.positions.map(({ cut, flight: id }) => [cut, id])).toEqual([
      ['A', 'f1'],
      ['E', null],
    ]);
  });
});

describe('days and windows', () => {
  it('plays neither before the first day, nor on the last, nor on a weekday that was left out', () => {
    // 2026-12-01 is a Tuesday.
    const order = flight('f1', 'A', { from: '2026-12-02', to: '2026-12-06', days: '1101111' });
    const logs = one({ from: '2026-12-01', days: 7, flights: [order] }).logs;
    const played = logs.filter((log) => log.positions.length > 0).map((log) => log.day);
    expect(played).toEqual(['2026-12-03', '2026-12-04', '2026-12-05']);
  });
  it('never plays an embargoed or expired cut; the day it expires is closed', () => {
    const cuts = [film('A', { notBefore: '2026-12-02', notAfter: '2026-12-03' })];
    const answer = one({ days: 3, cuts, flights: [flight('f1', 'A')] });
    expect(answer.logs.map((log) => log.positions.length)).toEqual([0, 1, 0]);
    expect(answer.unplaced.map(({ reason }) => reason)).toEqual(['window', 'window']);
  });
  it('keeps a closed hour free even from a film that would run into it', () => {
    const blackout = [['18:00:45', '19:00:00']];
    const channels = [{ id: 'c1', blackout, breaks: [pause('b1', '18:00:00')] }];
    expect(places({ channels, flights: [flight('f1', 'A'), flight('f2', 'B')] })).toHaveLength(1);
  });
  it('takes the end of a daypart as outside', () => {
    const channels = [{ id: 'c1', breaks: [pause('b1', '23:00:00')] }];
    expect(reasons({ channels, flights: [flight('f1', 'A', { dayparts: ['prime'] })] })).toEqual([['f1', 1, 'window']]);
  });
  it('plans times past midnight in the same broadcast day', () => {
    const channels = [{ id: 'c1', breaks: [pause('b1', '25:30:00')] }];
    expect(places({ channels, flights: [flight('f1', 'A')] })).toEqual(['25:30:00:00 A']);
  });
});

describe('why a play is missing', () => {
  it('says gap when plays would stand too near', () => {
    const channels = [{ id: 'c1', breaks: [pause('b1', '18:00:00'), pause('b2', '18:10:00')] }];
    const order = flight('f1', 'A', { timesPerDay: 2, minGapMinutes: 60 });
    expect(reasons({ channels, flights: [order] })).toEqual([['f1', 1, 'gap']]);
  });
  it('says length when no break holds the film', () => {
    const cuts = [film('A', { lengthFrames: 4 * MINUTE })];
    expect(reasons({ cuts, flights: [flight('f1', 'A')] })).toEqual([['f1', 1, 'length']]);
  });
  it('says separation when only a neighbour of the same person is left', () => {
    const cuts = [film('A', { beneficiary: 'p' }), film('B', { beneficiary: 'p' })];
    expect(reasons({ cuts, flights: [flight('f1', 'A'), flight('f2', 'B')] })).toEqual([['f2', 1, 'separation']]);
  });
  it('says no-break for a channel without breaks', () => {
    expect(reasons({ channels: [{ id: 'c1', breaks: [] }], flights: [flight('f1', 'A')] })).toEqual([
      ['f1', 1, 'no-break'],
    ]);
  });
  it('says locked when only locks stand in the way', () => {
    const channels = [{ id: 'c1', breaks: [pause('b1', '18:00:00', 750)] }];
    const locked = [{ channel: 'c1', day: '2026-12-01', break: 'b1', position: 1, cut: 'B', flight: null }];
    expect(reasons({ channels, locked, flights: [flight('f1', 'A')] })).toEqual([['f1', 1, 'locked']]);
  });
  it('puts a separator between two of a kind when a later flight brings one', () => {
    const cuts = [film('A', { scheme: 's' }), film('B', { scheme: 's' }), film('C')];
    const flights = [flight('f1', 'A'), flight('f2', 'B'), flight('f3', 'C', { priority: 2 })];
    expect(places({ cuts, flights }).map((text) => text.slice(-1))).toEqual(['A', 'C', 'B']);
  });
});

describe('locks', () => {
  const lock = (position: number, cut: string, id: string | null) => ({
    channel: 'c1',
    day: '2026-12-01',
    break: 'b1',
    position,
    cut,
    flight: id,
  });
  it('count toward times a day', () => {
    const answer = one({ locked: [lock(1, 'A', 'f1')], flights: [flight('f1', 'A')] });
    expect(answer.logs[0]?.positions).toHaveLength(1);
    expect([answer.unplaced, answer.violations, answer.warnings]).toEqual([[], [], []]);
  });
  it('keep their number while others fill the places before them', () => {
    const flights = [flight('f1', 'A'), flight('f2', 'B'), flight('f3', 'C')];
    const [log] = one({ locked: [lock(3, 'A', 'f1')], flights }).logs;
    expect(log?.positions.map(({ position, cut }) => `${position}${cut}`)).toEqual(['1B', '2C', '3A']);
  });
  it('stay against a rule and are then warned about, not counted as our fault', () => {
    const cuts = [film('A', { notAfter: '2026-11-30' }), film('B', { beneficiary: 'A' })];
    const answer = one({ cuts, locked: [lock(1, 'A', 'f1'), lock(2, 'B', null)], flights: [flight('f1', 'A')] });
    expect(answer.logs[0]?.positions.map(({ cut }) => cut)).toEqual(['A', 'B']);
    expect(answer.violations).toEqual([]);
    expect(answer.warnings.map(({ rule }) => rule).sort()).toEqual(['expired', 'separation']);
  });
  it('outside the planned days are told, not lost in silence', () => {
    const answer = one({ locked: [{ ...lock(1, 'A', null), day: '2027-01-01' }] });
    expect(answer.warnings.map(({ rule }) => rule)).toEqual(['lock-outside-plan']);
  });
});
