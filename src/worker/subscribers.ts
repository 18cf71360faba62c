import type { App } from '../app.ts';
import type { Subscriber } from '../kernel/subscriber.ts';

/** Who hears which facts: each domain's face gives its subscribers. */
export function listSubscribers(_app: App): readonly Subscriber[] {
  return [];
}
