import type { App } from '../../app.ts';
import type { DemoClock } from './demo-clock.ts';
import type { DemoPeople } from './demo-people.ts';

export interface DemoParts {
  /** Over a catalogue connection whose clock is `clock`. */
  readonly app: App;
  readonly clock: DemoClock;
  readonly people: DemoPeople;
}
