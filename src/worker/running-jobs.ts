import { setTimeout as sleep } from 'node:timers/promises';
import type { JobEnd, JobLease } from '../kernel/job-queue.ts';
import type { Scratch } from '../platform/jobs/scratch.ts';
import type { Logger } from '../platform/logger.ts';
import type { JobEntry } from './job-entry.ts';
import { runJob } from './run-job.ts';

export type Slot = 'media' | 'light';

/** How long a stop waits for handlers; systemd and containers kill after ten seconds or more. */
const STOP_MS = 8000;
/** How soon an end that could not be written (full disk) is tried again. */
const WRITE_AGAIN_MS = 1000;

interface Running {
  readonly lease: JobLease;
  readonly slot: Slot;
  readonly abort: AbortController;
  readonly ended: Promise<void>;
}

/** The jobs of one worker from claim to end: keeps their leases, aborts what is lost, lets go at a stop. */
export function createRunningJobs(parts: {
  readonly logger: Logger;
  readonly table: ReadonlyMap<string, JobEntry>;
  readonly scratch: Scratch;
  readonly onEnded: () => void;
}) {
  const running = new Set<Running>();
  let stopping = false;

  async function runToEnd(lease: JobLease, signal: AbortSignal): Promise<void> {
    const startedMs = performance.now();
    const { end, error } = await runJob(lease, parts.table.get(lease.job.name), {
      signal,
      stopping: () => stopping,
      scratch: parts.scratch,
    });
    tellEnd(lease, end, { durationMs: Math.round(performance.now() - startedMs), error });
    await storeEnd(lease, end);
  }

  /** While the catalogue cannot be written the job stays ours, beating. */
  async function storeEnd(lease: JobLease, end: JobEnd): Promise<void> {
    for (;;) {
      try {
        return await lease.end(end);
      } catch (err) {
        parts.logger.error({ jobId: lease.job.id, err }, 'job.endNotStored');
        if (stopping) return;
        await sleep(WRITE_AGAIN_MS);
      }
    }
  }

  function tellEnd({ job }: JobLease, end: JobEnd, how: { durationMs: number; error: unknown }): void {
    const facts = {
      jobId: job.id,
      name: job.name,
      attempt: job.attempt,
      subject: job.subject,
      durationMs: how.durationMs,
    };
    if (end.state === 'failed') parts.logger.warn({ ...facts, err: how.error ?? end.reason }, 'job.failed');
    else parts.logger.info(facts, `job.${end.state}`);
  }

  return {
    count: (slot: Slot) => [...running].filter((job) => job.slot === slot).length,

    begin(lease: JobLease, slot: Slot): void {
      const abort = new AbortController();
      const ended = runToEnd(lease, abort.signal).finally(() => {
        running.delete(job);
        parts.onEnded();
      });
      const job: Running = { lease, slot, abort, ended };
      running.add(job);
    },

    async abortLost(): Promise<void> {
      for (const { lease, abort } of running) if (!(await lease.isHeld())) abort.abort();
    },

    async beat(): Promise<void> {
      for (const { lease, abort } of running) if (!(await lease.beat())) abort.abort();
    },

    /** Aborts all, waits for them a while, gives the rest back: their fences will hold. */
    async stop(): Promise<void> {
      stopping = true;
      const left = [...running];
      for (const { abort } of left) abort.abort();
      await Promise.race([Promise.allSettled(left.map((job) => job.ended)), sleep(STOP_MS, undefined, { ref: false })]);
      for (const { lease } of running) await lease.end({ state: 'released' });
    },
  };
}
