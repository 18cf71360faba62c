import { z } from 'zod';
import type { Subscriber } from '../../kernel/subscriber.ts';
import { draftSpotJob } from './spots.jobs.ts';
import { findSpotOfClip } from './spots.store.ts';

const ready = z.object({ clipId: z.string(), beneficiaryId: z.string() });

/** A clip that is checked and somebody's gets its spot at once, without anybody editing. */
export const draftReadyClips: Subscriber = {
  name: 'spots.draft',
  facts: ['clip.ready'],
  hear(change, fact) {
    const { clipId, beneficiaryId } = ready.parse(fact.data);
    if (findSpotOfClip(change.rows, clipId)) return;
    change.enqueue({ definition: draftSpotJob, payload: { clipId, beneficiaryId }, key: clipId, subject: clipId });
  },
};
