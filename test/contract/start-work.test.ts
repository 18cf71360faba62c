import { expect, it } from 'vitest';
import { z } from 'zod';
import { defineJob } from '../../src/kernel/jobs.ts';
import { startWork } from '../../src/worker/start-work.ts';
import { testService } from './http.ts';

const nobodys = defineJob({ name: 'test.nobodys', payload: z.object({}), priority: 0, attempts: 3, media: false });

it('the service starts with a whole table of jobs, ends what nobody can do, and stops', async () => {
  const { app, close } = testService();
  const work = startWork(app);
  const ended = new Promise((resolve) => app.jobs.desk.watch((job) => job.state === 'dead' && resolve(job)));
  app.catalogue.change((change) => {
    change.audit({ actor: 'system', act: 'test', subject: 'x' });
    change.enqueue({ definition: nobodys, payload: {}, key: 'k' });
  });
  expect(await ended).toMatchObject({ name: 'test.nobodys', lastError: 'no handler for test.nobodys' });
  await work.stop();
  await close();
});
