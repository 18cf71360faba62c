import { StorageFullError } from '../kernel/blobs.ts';
import type { JobEnd, JobLease } from '../kernel/job-queue.ts';
import { RefusalError } from '../kernel/refusal.ts';
import type { Scratch } from '../platform/jobs/scratch.ts';
import { type JobEntry, PayloadError } from './job-entry.ts';

/** How long work waits for room: a person has to make some. */
const NO_ROOM_WAIT_MS = 60_000;
const NO_ROOM_CODES = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'];

export interface RunGround {
  readonly signal: AbortSignal;
  /** Tells a stop from a failure. */
  readonly stopping: () => boolean;
  readonly scratch: Scratch;
}

/** Runs one claimed job to its end and says how it ended. */
export async function runJob(
  lease: JobLease,
  entry: JobEntry | undefined,
  { signal, stopping, scratch }: RunGround,
): Promise<{ end: JobEnd; error?: unknown }> {
  const { job } = lease;
  if (!entry) return { end: { state: 'failed', reason: `no handler for ${job.name}`, final: true } };
  let folder: Promise<string> | undefined;
  const openScratch = () => {
    folder ??= scratch.open(job.id);
    return folder;
  };
  try {
    await entry.run(job.payload, {
      jobId: job.id,
      attempt: job.attempt,
      before: job.before,
      signal,
      scratch: openScratch,
      progress: lease.progress,
      fence: lease.fence,
      finish: lease.finish,
    });
    return { end: { state: 'done' } };
  } catch (error) {
    return { end: signal.aborted && stopping() ? { state: 'released' } : endingOf(error), error };
  } finally {
    // A folder that could not be made is the handler's error already.
    if (folder) await folder.then(scratch.close, () => undefined);
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
