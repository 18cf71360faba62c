import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChannelLog } from '../../../src/domain/traffic/channel-log.ts';
import { parsePlan } from '../../../src/domain/traffic/parse-plan.ts';
import { planLogs } from '../../../src/domain/traffic/plan-logs.ts';
import type { Plan } from '../../../src/domain/traffic/plan-schema.ts';
import { unwrap } from '../../../src/kernel/refusal.ts';

const names = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`);
const someOf = (list: string[]) => fc.subarray(list);
const dayOf = (offset: number) => `2026-12-${String(1 + offset).padStart(2, '0')}`;
const range = fc
  .tuple(fc.nat(4), fc.integer({ min: 1, max: 6 }))
  .map(([from, count]) => [dayOf(from), dayOf(from + count)]);

const adBreaks = fc
  .uniqueArray(fc.integer({ min: 0, max: 47 }), { maxLength: 8 })
  .chain((halves) =>
    fc.tuple(
      ...halves.map((half) =>
        fc.record({ half: fc.constant(half), lengthFrames: fc.integer({ min: 250, max: 4500 }) }),
      ),
    ),
  )
  .map((list) =>
    list.map(({ half, lengthFrames }) => {
      const at = `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}:00`;
      return { id: `b${half}`, at, lengthFrames };
    }),
  );

const cut = fc.record({
  lengthFrames: fc.integer({ min: 250, max: 1500 }),
  beneficiary: fc.constantFrom(...names('p', 4)),
  scheme: fc.constantFrom(...names('s', 3)),
  window: range,
  evergreen: fc.boolean(),
});

const flight = fc.record({
  cuts: fc.uniqueArray(fc.constantFrom(...names('k', 5)), { minLength: 1, maxLength: 3 }),
  channels: fc.record({ ids: someOf(names('c', 3)), tags: someOf(['t']) }),
  range,
  dayparts: someOf(['early', 'late']),
  timesPerDay: fc.nat(5),
  minGapMinutes: fc.constantFrom(0, 30, 90),
  priority: fc.integer({ min: 1, max: 3 }),
});

const plans: fc.Arbitrary<Plan> = fc
  .record({
    channels: fc.array(fc.record({ breaks: adBreaks, tags: someOf(['t']) }), { minLength: 1, maxLength: 3 }),
    cuts: fc.array(cut, { minLength: 5, maxLength: 5 }),
    flights: fc.array(flight, { maxLength: 6 }),
    fill: fc.boolean(),
    locks: fc.array(
      fc.record({ pick: fc.nat(99), cut: fc.constantFrom(...names('k', 5)), position: fc.integer({ min: 1, max: 4 }) }),
      { maxLength: 3 },
    ),
  })
  .map(({ channels, cuts, flights, fill, locks }) => {
    const list = channels.map((one, index) => ({ ...one, id: `c${index}`, blackout: [['03:00:00', '05:00:30']] }));
    const first = list[0];
    const seen = new Set<string>();
    const locked = locks.flatMap(({ pick, ...lock }) => {
      const adBreak = first?.breaks[pick % Math.max(1, first.breaks.length)];
      if (!adBreak || seen.has(`${adBreak.id}${lock.position}`)) return [];
      seen.add(`${adBreak.id}${lock.position}`);
      return [{ ...lock, channel: 'c0', day: dayOf(0), break: adBreak.id, flight: null }];
    });
    return unwrap(
      parsePlan({
        from: dayOf(0),
        days: 3,
        dayparts: { early: ['00:00:00', '12:00:00'], late: ['12:00:00', '24:00:00'] },
        separate: ['beneficiary', 'scheme'],
        channels: list,
        cuts: cuts.map(({ window, ...one }, index) => ({
          ...one,
          id: `k${index}`,
          notBefore: window[0],
          notAfter: window[1],
        })),
        flights: flights.map(({ cuts: ids, range: days, ...one }, index) => ({
          ...one,
          id: `f${index}`,
          from: days[0],
          to: days[1],
          cuts: ids.map((id, at) => ({ id, weight: at + 1 })),
        })),
        locked,
        fill,
      }),
    );
  });

const holds = (check: (plan: Plan, logs: readonly ChannelLog[]) => void) =>
  fc.assert(
    fc.property(plans, (plan) => check(plan, planLogs(plan).logs)),
    { numRuns: 300 },
  );
const byBreak = (log: ChannelLog) => Map.groupBy(log.positions, (position) => position.break);
const isFree = (plan: Plan, log: ChannelLog, at: { break: string; position: number; cut: string }) =>
  !plan.locked.some(
    (lock) =>
      lock.channel === log.channel && lock.day === log.day && lock.break === at.break && lock.position === at.position,
  );

describe('whatever the order, the logs', () => {
  it('never hold more than a break, unless locks alone do', () =>
    holds((plan, logs) => {
      for (const log of logs)
        for (const [id, positions] of byBreak(log)) {
          const room = plan.channels
            .find((one) => one.id === log.channel)
            ?.breaks.find((one) => one.id === id)?.lengthFrames;
          const used = positions.reduce((sum, one) => sum + one.lengthFrames, 0);
          if (positions.some((one) => isFree(plan, log, one))) expect(used).toBeLessThanOrEqual(room ?? 0);
        }
    }));
  it('never hold a cut outside its days, unless it is locked', () =>
    holds((plan, logs) => {
      for (const log of logs)
        for (const at of log.positions.filter((one) => isFree(plan, log, one))) {
          const film = plan.cuts.find((one) => one.id === at.cut);
          expect(film?.notBefore && film.notBefore <= log.day && film.notAfter && log.day < film.notAfter).toBe(true);
        }
    }));
  it('never put two of one person or scheme side by side, unless both are locked', () =>
    holds((plan, logs) => {
      const film = (id: string) => plan.cuts.find((one) => one.id === id);
      for (const log of logs)
        for (const positions of byBreak(log).values())
          positions.forEach((at, index) => {
            const before = positions[index - 1];
            if (!before || (!isFree(plan, log, at) && !isFree(plan, log, before))) return;
            expect(film(at.cut)?.beneficiary).not.toBe(film(before.cut)?.beneficiary);
            expect(film(at.cut)?.scheme).not.toBe(film(before.cut)?.scheme);
          });
    }));
  it('never play a flight more often than ordered, and account for every play that is missing', () =>
    fc.assert(
      fc.property(plans, (plan) => {
        const { logs, unplaced } = planLogs(plan);
        for (const log of logs)
          for (const order of plan.flights) {
            const plays = log.positions.filter((one) => one.flight === order.id).length;
            const short = unplaced.find(
              (one) => one.flight === order.id && one.channel === log.channel && one.day === log.day,
            );
            expect(plays).toBeLessThanOrEqual(order.timesPerDay);
            if (plays > 0) expect(plays + (short?.missing ?? 0)).toBe(order.timesPerDay);
          }
      }),
      { numRuns: 300 },
    ));
  it('pass their own second reading', () =>
    fc.assert(
      fc.property(plans, (plan) => {
        expect(planLogs(plan).violations).toEqual([]);
      }),
      { numRuns: 500 },
    ));
  it('come out the same each time', () =>
    holds((plan, logs) => {
      expect(planLogs(plan).logs).toEqual(logs);
    }));
});
