import type { DayClock } from '../../kernel/broadcast-day.ts';
import type { Catalogue } from '../../kernel/catalogue.ts';
import type { Clock } from '../../kernel/clock.ts';
import { type Decision, RefusalError } from '../../kernel/refusal.ts';

/** What traffic's use cases work with. */
export interface TrafficParts {
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly dayClock: DayClock;
}

/** A refusal thrown inside a change, so that it is rolled back, as the decision that it is. */
export function decided<T>(work: () => T): Decision<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
