import type { App } from '../app.ts';
import { definitions, listHandlers } from './handlers.ts';
import { proveTable } from './job-entry.ts';
import { startWorker } from './worker.ts';

/** Jobs without FFmpeg wait for the disk or the net, not for cores. */
const LIGHT_SLOTS = 4;

/** Starts this process's work on jobs; throws JobTableError when a job has no handler or two. Answers how to stop. */
export function startWork(app: App): { stop(): Promise<void> } {
  const worker = startWorker({
    queue: app.jobs.queue,
    logger: app.logger.child({ subject: 'jobs' }),
    table: proveTable(definitions, listHandlers(app)),
    slots: { media: app.config.mediaWorkers, light: LIGHT_SLOTS },
  });
  const deafen = app.onCommit((news) => {
    if (news.jobs) worker.wake();
  });
  return {
    async stop() {
      deafen();
      await worker.stop();
    },
  };
}
