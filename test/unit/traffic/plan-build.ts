import { parsePlan } from '../../../src/domain/traffic/parse-plan.ts';
import type { Plan } from '../../../src/domain/traffic/plan-schema.ts';
import { unwrap } from '../../../src/kernel/refusal.ts';

export const MINUTE = 60 * 25;

export const film = (id: string, more: object = {}) => ({
  id,
  lengthFrames: 750,
  beneficiary: id,
  scheme: id,
  ...more,
});

export const pause = (id: string, at: string, lengthFrames = 2 * MINUTE, daypart?: string) => ({
  id,
  at,
  lengthFrames,
  ...(daypart ? { daypart } : {}),
});

export const flight = (id: string, cut: string, more: object = {}) => ({
  id,
  cuts: [{ id: cut, weight: 1 }],
  channels: { ids: ['c1'] },
  from: '2026-12-01',
  to: '2026-12-08',
  timesPerDay: 1,
  ...more,
});

/** A plan of one channel and one day, read by the schema; `more` replaces what a test is about. */
export function plan(more: object): Plan {
  return unwrap(
    parsePlan({
      from: '2026-12-01',
      days: 1,
      dayparts: { morning: ['06:00:00', '12:00:00'], prime: ['18:00:00', '23:00:00'] },
      separate: ['beneficiary', 'scheme'],
      cuts: [film('A'), film('B'), film('C')],
      flights: [],
      channels: [{ id: 'c1', breaks: [pause('b1', '18:00:00')] }],
      ...more,
    }),
  );
}
