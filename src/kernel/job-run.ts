import type { Change } from './catalogue.ts';

/** What a handler is given beside its payload. */
export interface JobRun {
  readonly jobId: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Why the try before this one failed, as the queue keeps it: the error's name and message. undefined for the first. */
  readonly before: string | undefined;
  /** Aborted on cancel, lost lease or stop: end your work and reject. */
  readonly signal: AbortSignal;
  /** 0–1; shown to people. */
  progress(share: number, said?: JobSaid): void;
  /** A folder of this run's own, empty at first, on the blobs' file system; gone when the run ends. The same at each call. */
  scratch(): Promise<string>;
  /** Inside a change of the handler: throws LostLeaseError, and so rolls it back, when the job is no longer this run's. */
  fence(change: Change): void;
  /** The handler's last change: as `fence`, and the job is done in this very commit. Nothing that can fail may follow. */
  finish(change: Change): void;
}

/** What a run says of itself beside how far it is. */
export interface JobSaid {
  /** A message key. */
  readonly note?: string | undefined;
  /** At its pace so far; missing while that says nothing. */
  readonly secondsLeft?: number | undefined;
}

/**
 * A handler resolves (done), throws RefusalError (refused with a reason, no retry) or throws (tried again, then dead).
 * It first asks "is it already so?", and writes its results in a change that holds `run.finish(change)`: then a run that
 * was cancelled, or taken over by another worker, publishes nothing.
 */
export type JobHandler<P> = (payload: P, run: JobRun) => Promise<void>;

/** The job was cancelled or is another worker's by now: whatever this run still does must leave no trace. */
export class LostLeaseError extends Error {
  override readonly name = 'LostLeaseError';
}
