import { addDays, type BroadcastDay, broadcastDayOf, type DayClock, instantOf } from '../../kernel/broadcast-day.ts';
import type { Clock } from '../../kernel/clock.ts';

/** The demo's own clock: the true time, save inside `on`, where a month ago is now. */
export interface DemoClock extends Clock {
  /** Today, by the true time. */
  today(): BroadcastDay;
  /** Does `work` as if it were `hour` o'clock so many days from today (−31: a month ago); one at a time. */
  on<T>(day: number, hour: number, work: () => T | Promise<T>): Promise<T>;
}

export function createDemoClock(trueClock: Clock, dayClock: DayClock): DemoClock {
  let set: Date | undefined;
  const today = () => broadcastDayOf(trueClock.now(), dayClock);
  return {
    now: () => set ?? trueClock.now(),
    today,
    async on(day, hour, work) {
      if (set) throw new Error('the demo is in one past at a time');
      const wanted = instantOf(addDays(today(), day), hour * 3600, dayClock);
      const now = trueClock.now();
      // Nothing is done tomorrow: what would lie ahead is done now.
      set = wanted < now ? wanted : now;
      try {
        return await work();
      } finally {
        set = undefined;
      }
    },
  };
}
