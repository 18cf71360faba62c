import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../../src/domain/traffic/parse-plan.ts';
import { planLogs } from '../../../src/domain/traffic/plan-logs.ts';
import { unwrap } from '../../../src/kernel/refusal.ts';
import { film, flight, pause } from './plan-build.ts';

const good = {
  from: '2026-12-01',
  days: 1,
  dayparts: { prime: ['18:00:00', '23:00:00'] },
  channels: [{ id: 'c1', breaks: [pause('b1', '18:00:00')] }],
  cuts: [film('A')],
  flights: [flight('f1', 'A')],
};
const refusal = (more: object) => {
  const decision = parsePlan({ ...good, ...more });
  return decision.ok ? undefined : decision.refusal;
};

describe('an order for logs', () => {
  it('is read when it is whole', () => expect(parsePlan(good).ok).toBe(true));
  it('is refused with the name of an unknown field, at its place', () => {
    const answer = refusal({ channels: [{ id: 'c1', breaks: [], colour: 'red' }] });
    expect(answer?.code).toBe('plan.invalid');
    expect(answer?.tech).toBe('channels.0: unknown field colour');
  });
  it.each([
    ['a cut that is nowhere', { flights: [flight('f1', 'Z')] }, 'flight f1: no cut Z'],
    ['a daypart that is nowhere', { flights: [flight('f1', 'A', { dayparts: ['night'] })] }, 'no daypart night'],
    [
      'a flight that ends before it starts',
      { flights: [flight('f1', 'A', { to: '2026-12-01' })] },
      'to must come after',
    ],
    ['two channels of one name', { channels: [good.channels[0], good.channels[0]] }, 'channel c1 stands twice'],
    [
      'a lock on no break',
      { locked: [{ channel: 'c1', day: '2026-12-01', break: 'x', position: 1, cut: 'A', flight: null }] },
      'has no break x',
    ],
    ['a day that does not exist', { from: '2026-02-30' }, 'from: not a day'],
    ['a span that ends before it starts', { dayparts: { prime: ['23:00:00', '02:00:00'] } }, 'dayparts.prime'],
  ])('is refused with %s', (_, more, words) => expect(refusal(more)?.tech).toContain(words));
  it('warns of a flight that no channel matches and of a break whose daypart is not its hour', () => {
    const more = {
      flights: [flight('f1', 'A', { channels: { districts: ['XYZ'] } })],
      channels: [{ id: 'c1', breaks: [pause('b1', '09:00:00', 3000, 'prime')] }],
    };
    const { warnings } = planLogs(unwrap(parsePlan({ ...good, ...more })));
    expect(warnings).toEqual([
      { rule: 'no-channel', flight: 'f1' },
      { rule: 'daypart-disagrees', channel: 'c1', break: 'b1' },
    ]);
  });
});
