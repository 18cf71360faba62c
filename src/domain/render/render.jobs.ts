import { z } from 'zod';
import { defineJob } from '../../kernel/jobs.ts';

/** Makes every film of one cut. A reviewer waits for it, but a person drafting goes first. */
export const renderCutJob = defineJob({
  name: 'render.cut',
  payload: z.object({ cutId: z.string() }),
  priority: 1,
  attempts: 3,
  media: true,
});
