import { StorageFullError } from '../kernel/blobs.ts';
import type { JobEnd, JobLease } from '../kernel/job-queue.ts';
import { RefusalError } from '../kernel/refusal.ts';
import { type JobEntry, PayloadError } from './job-entry.ts';

/** How long work waits for room: a person has to make some. */
const NO_ROOM_WAIT_MS = 60_000;
const NO_ROOM_CODES = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'];

/** Runs one claimed job to its end and says how it ended; never throws. `stopping` tells a stop from a failure. */
export async function runJob(
  lease: JobLease,
  entry: JobEntry | undefined,
  signal: AbortSignal,
  stopping: () => boolean,
): Promise<{ end: JobEnd; error?: unknown }> {
  const { job } = lease;
  if (!entry) return { end: { state: 'failed', reason: `no handler for ${job.name}`, final: true } };
  try {
    await entry.run(job.payload, {
      jobId: job.id,
      attempt: job.attempt,
      signal,
      progress: lease.progress,
      fence: lease.fence,
      finish: lease.finish,
    });
    return { end: { state: 'done' } };
  } catch (error) {
    return { end: signal.aborted && stopping() ? { state: 'released' } : endingOf(error), error };
  }
}

function endingOf(error: unknown): JobEnd {
  if (error instanceof RefusalError) return { state: 'refused', refusal: error.refusal };
  const reason = sayWhy(error);
  if (isNoRoom(error)) return { state: 'released', delayMs: NO_ROOM_WAIT_MS, reason };
  return { state: 'failed', reason, final: error instanceof PayloadError };
}

function isNoRoom(error: unknown): boolean {
  if (error instanceof StorageFullError) return true;
  return error instanceof Error && 'code' in error && NO_ROOM_CODES.includes(String(error.code));
}

/** For the administrator's list; the stack goes to the log. */
function sayWhy(error: unknown): string {
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 2000);
}
