import { z } from 'zod';
import { defineJob } from '../../kernel/jobs.ts';

/** Looks at an arrived film: refuses it with a sentence, or makes poster, proxy and waveform. A person waits for it. */
export const checkClipJob = defineJob({
  name: 'intake.check',
  payload: z.object({ clipId: z.string() }),
  priority: 0,
  attempts: 3,
  media: true,
});
