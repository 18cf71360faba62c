import type { JobDesk } from '../../kernel/job-queue.ts';
import type { Subscriber } from '../../kernel/subscriber.ts';
import { findSpot, listCuts } from '../spots/index.ts';
import { renderCutJob } from './render.jobs.ts';

/** A sent spot is made at once; one that was taken or sent back is not made any further. */
export function renderSentSpots(desk: JobDesk): Subscriber {
  return {
    name: 'render.spots',
    facts: ['spot.sent', 'spot.takenBack', 'spot.returned'],
    hear(change, fact) {
      if (fact.name !== 'spot.sent') {
        desk.cancel(change, { subject: fact.subject });
        return;
      }
      const spot = findSpot(change.rows, fact.subject);
      if (!spot) return;
      const sent = listCuts(change.rows, spot.id).filter((cut) => cut.state === 'sent');
      for (const cut of sent)
        change.enqueue({ definition: renderCutJob, payload: { cutId: cut.id }, key: cut.id, subject: spot.id });
    },
  };
}
