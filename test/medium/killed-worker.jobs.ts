import { z } from 'zod';
import { defineJob } from '../../src/kernel/jobs.ts';

const payload = z.object({ n: z.number() });

/** Writes one fact; many attempts, for this test kills at random. */
export const writeOne = defineJob({ name: 'test.writeOne', payload, priority: 1, attempts: 50, media: false });
/** Takes its worker with it. */
export const killWorker = defineJob({ name: 'test.killWorker', payload, priority: 0, attempts: 3, media: true });
