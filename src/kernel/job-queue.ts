import type { Change } from './catalogue.ts';
import type { JobRun } from './job-run.ts';
import type { JobState } from './jobs.ts';
import type { Decision, Refusal } from './refusal.ts';

export interface ClaimedJob {
  readonly id: string;
  readonly name: string;
  /** As it was written: the worker parses it by its definition. */
  readonly payload: unknown;
  readonly subject: string | undefined;
  /** Counted at the claim: 1 for the first. */
  readonly attempt: number;
  /** Why the try before failed. */
  readonly before: string | undefined;
}

/** How a run ended. `failed` is tried again while attempts are left, unless `final`; `released` does not count: we stopped it, or there is no room. */
export type JobEnd =
  | { readonly state: 'done' }
  | { readonly state: 'refused'; readonly refusal: Refusal }
  | { readonly state: 'failed'; readonly reason: string; readonly final: boolean }
  | { readonly state: 'released'; readonly delayMs?: number; readonly reason?: string };

/** One claim. Everything but the fences is harmless, and does nothing, once the lease is lost. */
export interface JobLease extends Pick<JobRun, 'fence' | 'finish' | 'progress'> {
  readonly job: ClaimedJob;
  /** Every BEAT_MS; false when the lease is lost. */
  beat(): Promise<boolean>;
  isHeld(): Promise<boolean>;
  end(end: JobEnd): Promise<void>;
}

/** A worker's side: where jobs wait. One contract suite (test/contract/jobs.test.ts) holds for every adapter. */
export interface JobQueue {
  /** The most urgent due job for a media or a light slot, oldest first; undefined when none is due. */
  claim(slot: 'media' | 'light'): Promise<JobLease | undefined>;
  /** Puts back, or ends as dead, the jobs whose worker is gone; call it each second. How many. */
  reclaim(): Promise<number>;
}

/** What people see of a job. */
export interface JobView {
  readonly id: string;
  readonly name: string;
  readonly subject: string | undefined;
  readonly state: JobState;
  readonly attempts: number;
  readonly maxAttempts: number;
  /** 0–1. */
  readonly progress: number;
  /** A message key. */
  readonly note: string | undefined;
  /** When it will be done, as its run said last; undefined while nobody knows. */
  readonly dueAt: Date | undefined;
  /** Why it was refused. */
  readonly refusal: Refusal | undefined;
  /** For the log and the administrator: why the last try failed. */
  readonly lastError: string | undefined;
  readonly enqueuedAt: Date;
  readonly startedAt: Date | undefined;
  readonly endedAt: Date | undefined;
}

export interface JobFilter {
  readonly subject?: string;
  readonly names?: readonly string[];
  readonly states?: readonly JobState[];
  /** 100 when not given. */
  readonly limit?: number;
}

/** People's side of the jobs: cancel, retry, look. Cancelling and retrying stand in the caller's change, with its audit row. */
export interface JobDesk {
  /** At once, in this commit, whether it waits or runs: a running handler is aborted within a second and can publish nothing. How many. */
  cancel(change: Change, which: { readonly jobId: string } | { readonly subject: string }): number;
  /** A dead, refused or cancelled job waits again with all its attempts. */
  retry(change: Change, jobId: string): Decision<undefined>;
  find(jobId: string): JobView | undefined;
  /** Newest first. */
  list(filter: JobFilter): JobView[];
  /** Hears each change of a job's state or progress in this process; answers how to stop. */
  watch(listener: (job: JobView) => void): () => void;
}
