import type { App } from '../../app.ts';
import type { JobView } from '../../kernel/job-queue.ts';

/** How far a film is that a machine works on. */
export interface Making {
  /** 0–1. */
  readonly share: number;
  /** Whole seconds, as the work itself says; none before its pace says anything. */
  readonly secondsLeft?: number | undefined;
  /** What else it says: a message key. */
  readonly note?: string | undefined;
}

export function makingOf(job: Pick<JobView, 'state' | 'progress' | 'dueAt' | 'note'>, now: Date): Making {
  const { state, progress: share, dueAt, note } = job;
  if (state !== 'running') return { share };
  // Later than it said, it is done any moment.
  const secondsLeft = dueAt && Math.max(1, Math.round((dueAt.getTime() - now.getTime()) / 1000));
  return { share, secondsLeft, note };
}

// More than this waits in no service; what is beyond it says "being made" without a bar.
const MOST = 500;

/** What is being made now, by the clip or spot that it is about. */
export function listMaking(app: App): ReadonlyMap<string, Making> {
  const now = app.clock.now();
  const live = app.jobs.desk.list({ states: ['waiting', 'running'], limit: MOST });
  // Newest first: the one that runs tells more than one that waits behind it.
  const runningLast = [...live].sort((a, b) => Number(a.state === 'running') - Number(b.state === 'running'));
  return new Map(runningLast.flatMap((job) => (job.subject ? [[job.subject, makingOf(job, now)] as const] : [])));
}
