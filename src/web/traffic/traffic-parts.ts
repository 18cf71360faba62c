import type { App } from '../../app.ts';
import type { TrafficParts } from '../../domain/traffic/index.ts';

/** What traffic's use cases need of the app. */
export function trafficParts({ catalogue, clock, config }: App): TrafficParts {
  return { catalogue, clock, dayClock: config.dayClock };
}
