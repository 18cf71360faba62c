// A worker process to be killed: `node killed-worker.child.ts <catalogue file>`.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { systemClock } from '../../src/platform/clock.ts';
import { createCatalogue } from '../../src/platform/db/catalogue.ts';
import { openSqlite } from '../../src/platform/db/open.ts';
import { insertJob } from '../../src/platform/jobs/insert-job.ts';
import { createLocalJobs } from '../../src/platform/jobs/local-jobs.ts';
import { createScratch } from '../../src/platform/jobs/scratch.ts';
import { handle, proveTable } from '../../src/worker/job-entry.ts';
import { startWorker } from '../../src/worker/worker.ts';
import { killWorker, writeOne } from './killed-worker.jobs.ts';

const catalogue = createCatalogue({ file: openSqlite(process.argv[2] ?? ''), clock: systemClock, insertJob });
const { queue } = createLocalJobs({ catalogue, clock: systemClock });
const scratch = createScratch(join(process.argv[2] ?? '', '../scratch'));
const table = proveTable(
  [writeOne, killWorker],
  [
    handle(writeOne, async () => async ({ n }, run) => {
      await sleep(10 + Math.random() * 20);
      catalogue.change((change) => {
        change.audit({ actor: 'system', act: 'test.write', subject: `${n}` });
        change.tell({ name: 'test.written', subject: `${n}`, data: { attempt: run.attempt } });
        run.finish(change);
      });
    }),
    handle(killWorker, async () => async () => {
      process.kill(process.pid, 'SIGKILL');
      await sleep(1000);
    }),
  ],
);
const worker = startWorker({ queue, logger: pino({ level: 'silent' }), table, scratch, slots: { media: 1, light: 3 } });
process.once('SIGTERM', () => worker.stop().then(() => process.exit(0)));
