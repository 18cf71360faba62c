import type { JobQueue } from '../kernel/job-queue.ts';
import type { Scratch } from '../platform/jobs/scratch.ts';
import type { Logger } from '../platform/logger.ts';
import type { JobEntry } from './job-entry.ts';
import { createRunningJobs, type Slot } from './running-jobs.ts';

/** How often we look for work that another process ordered, and for jobs whose worker is gone. */
const POLL_MS = 1000;
/** How often we look whether our jobs are still ours: a cancelled one stops well within a second. */
const WATCH_MS = 250;
/** A third of the lease. */
const BEAT_MS = 10_000;

interface WorkerParts {
  readonly queue: JobQueue;
  readonly logger: Logger;
  readonly scratch: Scratch;
  /** From proveTable. */
  readonly table: ReadonlyMap<string, JobEntry>;
  /** How many jobs run at once: with FFmpeg, and without. */
  readonly slots: Readonly<Record<Slot, number>>;
}

export interface Worker {
  /** There may be new work: look now. */
  wake(): void;
  /** Takes no more work, aborts what runs and puts it back uncounted; resolves when all is let go. */
  stop(): Promise<void>;
}

/** Claims jobs while slots are free, runs each under its lease, and survives whatever a handler or the disk does. */
export function startWorker({ queue, logger, scratch, table, slots }: WorkerParts): Worker {
  let stopped = false;
  let busy = false;
  let again = false;
  const running = createRunningJobs({ logger, scratch, table, onEnded: wake });

  function wake(): void {
    setImmediate(attempt('worker.claimFailed', fill));
  }

  /** One claim at a time; a call that comes meanwhile means one more look. */
  async function fill(): Promise<void> {
    again = true;
    if (busy) return;
    busy = true;
    try {
      while (again) {
        again = false;
        for (const slot of ['media', 'light'] as const) await fillSlots(slot);
      }
    } finally {
      busy = false;
    }
  }

  async function fillSlots(slot: Slot): Promise<void> {
    while (!stopped && running.count(slot) < slots[slot]) {
      const lease = await queue.claim(slot);
      if (!lease) return;
      if (stopped) return lease.end({ state: 'released' });
      running.begin(lease, slot);
    }
  }

  async function poll(): Promise<void> {
    await queue.reclaim();
    await fill();
  }

  /** What fails now (a full disk, a busy catalogue) is told, and tried again at the next turn. */
  function attempt(event: string, work: () => Promise<void>): () => void {
    return () => void work().catch((err: unknown) => logger.error({ err }, event));
  }

  const timers = [
    setInterval(attempt('worker.pollFailed', poll), POLL_MS),
    setInterval(attempt('worker.watchFailed', running.abortLost), WATCH_MS),
    setInterval(attempt('worker.beatFailed', running.beat), BEAT_MS),
  ];
  attempt('worker.pollFailed', poll)();

  return {
    wake,
    async stop() {
      stopped = true;
      clearInterval(timers[0]);
      clearInterval(timers[1]);
      await running.stop();
      clearInterval(timers[2]);
    },
  };
}
