import { z } from 'zod';
import { defineJob } from '../../kernel/jobs.ts';

/** Makes the first document of a checked clip: it listens for speech, so it needs FFmpeg. A person waits for it. */
export const draftSpotJob = defineJob({
  name: 'spots.draft',
  payload: z.object({ clipId: z.string(), beneficiaryId: z.string() }),
  priority: 0,
  attempts: 3,
  media: true,
});
