import type { App } from '../app.ts';
import { createFactDrain } from '../platform/jobs/facts.ts';
import { definitions, listHandlers } from './handlers.ts';
import { proveTable } from './job-entry.ts';
import { listSubscribers } from './subscribers.ts';
import { sweepAll } from './sweep.ts';
import { startWorker } from './worker.ts';

/** Jobs without FFmpeg wait for the disk or the net, not for cores. */
const LIGHT_SLOTS = 4;
/** How often we look for facts that another process told. */
const FACTS_POLL_MS = 1000;
/** The first sweep comes as long after the start. */
const SWEEP_MS = 6 * 3_600_000;

/** Starts this process's work: jobs, facts, and a sweep now and then. Throws JobTableError when a job has no handler or two. Answers how to stop. */
export function startWork(app: App): { stop(): Promise<void> } {
  const worker = startWorker({
    queue: app.jobs.queue,
    scratch: app.scratch,
    logger: app.logger.child({ subject: 'jobs' }),
    table: proveTable(definitions, listHandlers(app)),
    slots: { media: app.config.mediaWorkers, light: LIGHT_SLOTS },
  });
  const facts = startFacts(app);
  const sweeps = startSweeps(app);
  const deafen = app.onCommit((news) => {
    if (news.jobs) worker.wake();
    if (news.facts) facts.wake();
  });
  return {
    async stop() {
      deafen();
      await Promise.all([sweeps.stop(), facts.stop(), worker.stop()]);
    },
  };
}

function startFacts(app: App): { wake(): void; stop(): Promise<void> } {
  const logger = app.logger.child({ subject: 'facts' });
  const drain = createFactDrain({ ...app, logger, subscribers: listSubscribers(app) });
  let last = Promise.resolve();
  const wake = () => {
    last = drain().catch((err: unknown) => logger.error({ err }, 'facts.drainFailed'));
  };
  const timer = setInterval(wake, FACTS_POLL_MS);
  wake();
  return {
    wake,
    async stop() {
      clearInterval(timer);
      await last;
    },
  };
}

/** Two processes may sweep at once: each task bears it. */
function startSweeps(app: App): { stop(): Promise<void> } {
  const logger = app.logger.child({ subject: 'sweep' });
  let last = Promise.resolve();
  const timer = setInterval(() => {
    last = sweepAll(app).then((swept) => logger.info({ swept }, 'sweep.done'));
  }, SWEEP_MS);
  return {
    async stop() {
      clearInterval(timer);
      await last;
    },
  };
}
