import { z } from 'zod';
import type { Change } from '../../kernel/catalogue.ts';
import type { JobDesk } from '../../kernel/job-queue.ts';
import type { Subscriber } from '../../kernel/subscriber.ts';
import { findSpot, listBeneficiarySpots, listCuts } from '../spots/index.ts';
import { renderCutJob } from './render.jobs.ts';

const withdrawn = z.object({ beneficiaryId: z.string() });

/** A sent spot is made at once; one that was taken back, sent back or withdrawn is not made any further. */
export function renderSentSpots(desk: JobDesk): Subscriber {
  return {
    name: 'render.spots',
    facts: ['spot.sent', 'spot.takenBack', 'spot.returned', 'consent.withdrawn'],
    hear(change, fact) {
      if (fact.name === 'spot.sent') orderCuts(change, fact.subject);
      else if (fact.name !== 'consent.withdrawn') desk.cancel(change, { subject: fact.subject });
      else {
        const { beneficiaryId } = withdrawn.parse(fact.data);
        for (const spot of listBeneficiarySpots(change.rows, beneficiaryId)) desk.cancel(change, { subject: spot.id });
      }
    },
  };
}

function orderCuts(change: Change, spotId: string): void {
  const spot = findSpot(change.rows, spotId);
  if (!spot) return;
  const sent = listCuts(change.rows, spot.id).filter((cut) => cut.state === 'sent');
  for (const cut of sent) {
    change.enqueue({ definition: renderCutJob, payload: { cutId: cut.id }, key: cut.id, subject: spot.id });
  }
}
