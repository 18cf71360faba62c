import type { DayClock } from '../../kernel/broadcast-day.ts';
import type { Catalogue } from '../../kernel/catalogue.ts';
import type { Clock } from '../../kernel/clock.ts';

/** What traffic's use cases work with. */
export interface TrafficParts {
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly dayClock: DayClock;
}
