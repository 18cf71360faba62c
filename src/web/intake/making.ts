import type { App } from '../../app.ts';
import type { JobView } from '../../kernel/job-queue.ts';

/** How far a film is that a machine works on. */
export interface Making {
  /** 0–1. */
  readonly share: number;
  /** Whole seconds at the pace so far; none before the pace says anything. */
  readonly secondsLeft?: number | undefined;
}

// Before a tenth is done the pace is that of starting up.
const PACE_FROM_SHARE = 0.1;

export function makingOf(job: Pick<JobView, 'state' | 'progress' | 'startedAt'>, now: Date): Making {
  if (job.state !== 'running' || !job.startedAt || job.progress < PACE_FROM_SHARE) return { share: job.progress };
  const spentSeconds = (now.getTime() - job.startedAt.getTime()) / 1000;
  const secondsLeft = Math.max(1, Math.round((spentSeconds * (1 - job.progress)) / job.progress));
  return { share: job.progress, secondsLeft };
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
