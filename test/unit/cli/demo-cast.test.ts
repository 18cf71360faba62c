import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCast } from '../../../src/cli/demo/cast.ts';
import { createDemoClock } from '../../../src/cli/demo/demo-clock.ts';
import { chooseFrom } from '../../../src/cli/demo/write-spot.ts';
import { broadcastDayOf } from '../../../src/kernel/broadcast-day.ts';
import { frames } from '../../../src/kernel/frames.ts';

const cast = readCast(join(import.meta.dirname, '../../../presets'));
const dayClock = { timezone: 'Asia/Kolkata', dayStartMinutes: 0 };

describe('the films of the demo', () => {
  it('make twelve cuts and leave something in every list', () => {
    const made = cast.filter(({ goal }) => !['draft', 'consentMissing', 'returned'].includes(goal));
    expect(made).toHaveLength(12);
    expect(new Set(cast.map(({ goal }) => goal)).size).toBe(6);
    expect(new Set(cast.map(({ id }) => id)).size).toBe(cast.length);
  });

  it('run on no channel twice a day, and leave one day without a list', () => {
    const days = cast.flatMap(({ runs }) =>
      runs.flatMap(({ channels, from, until }) =>
        channels.flatMap((channel) => Array.from({ length: until - from }, (_, index) => `${channel} ${from + index}`)),
      ),
    );
    expect(new Set(days).size).toBe(days.length);
    expect(days).toContain('ujn-02 -14');
    expect(days).not.toContain('ujn-02 -13');
  });

  it('fill the whole month of a town with the first two that are made', () => {
    const [first, second] = cast.filter(({ goal }) => goal === 'approved');
    const days = [...(first?.runs ?? []), ...(second?.runs ?? [])]
      .filter(({ channels }) => channels.includes('ujn-01'))
      .reduce((sum, { from, until }) => sum + until - from, 0);
    expect(days).toBe(32);
  });

  it('say no name of another person', () => {
    for (const member of cast.filter(({ withoutName }) => withoutName)) {
      // The film ends 0.8 s after the last word.
      const from = chooseFrom(member, frames(Math.floor(((member.clip.cues.at(-1)?.[1] ?? 0) + 0.8) * 25)));
      expect(from, member.id).toBeGreaterThanOrEqual(Math.round((member.clip.cues[0]?.[1] ?? 0) * 25));
    }
  });
});

describe('the clock of the demo', () => {
  const now = new Date('2026-11-25T06:00:00Z');
  const clock = createDemoClock({ now: () => now }, dayClock);

  it('is on another day while work is done, and true again after it, also when the work fails', async () => {
    await clock.on(-31, 17, () => expect(broadcastDayOf(clock.now(), dayClock)).toBe('2026-10-25'));
    await expect(clock.on(-1, 9, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(clock.now()).toBe(now);
  });

  it('never runs ahead of the true time', async () => {
    expect(await clock.on(0, 23, () => clock.now())).toBe(now);
  });
});
