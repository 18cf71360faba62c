import type { App } from '../app.ts';
import { recallSubscriber } from '../domain/delivery/index.ts';
import { renderSentSpots } from '../domain/render/index.ts';
import { draftReadyClips } from '../domain/spots/index.ts';
import { pullWithdrawn } from '../domain/traffic/index.ts';
import type { Subscriber } from '../kernel/subscriber.ts';

/** Who hears which facts: each domain's face gives its subscribers. */
export function listSubscribers(app: App): readonly Subscriber[] {
  return [draftReadyClips, renderSentSpots(app.jobs.desk), pullWithdrawn(app.config.dayClock), recallSubscriber];
}
