import { EventEmitter } from 'node:events';
import { eq, inArray } from 'drizzle-orm';
import type { Catalogue } from '../../kernel/catalogue.ts';
import type { JobView } from '../../kernel/job-queue.ts';
import { jobs } from '../db/ground.table.ts';
import { toView } from './job-view.ts';

/** How often, while somebody listens, we look for what other processes' workers did. */
const LOOK_MS = 1000;

/** Tells listeners (server-sent events) what becomes of jobs: of this process at once, of others within a second. */
export interface JobNews {
  /** Looks the job up once the running commit stands, and tells it as it then is. `live` is newer than what is stored. */
  tell(jobId: string, live?: Pick<JobView, 'progress' | 'note' | 'dueAt'>): void;
  watch(listener: (job: JobView) => void): () => void;
  close(): void;
}

export function createJobNews(catalogue: Catalogue): JobNews {
  const emitter = new EventEmitter<{ job: [JobView] }>();
  // One listener an open page.
  emitter.setMaxListeners(0);
  let told = new Map<string, JobView>();
  let timer: NodeJS.Timeout | undefined;

  const listLive = () =>
    catalogue.rows
      .select()
      .from(jobs)
      .where(inArray(jobs.state, ['waiting', 'running']))
      .all()
      .map(toView);
  const find = (jobId: string) => catalogue.rows.select().from(jobs).where(eq(jobs.id, jobId)).get();

  function emit(job: JobView): void {
    if (job.state === 'waiting' || job.state === 'running') told.set(job.id, job);
    else told.delete(job.id);
    emitter.emit('job', job);
  }

  function look(): void {
    const live = listLive();
    for (const job of live) if (isNews(job, told.get(job.id))) emit(job);
    const ids = new Set(live.map((job) => job.id));
    for (const id of [...told.keys()].filter((known) => !ids.has(known))) {
      const row = find(id);
      if (row) emit(toView(row));
    }
  }

  function close(): void {
    clearInterval(timer);
    timer = undefined;
  }

  return {
    tell(jobId, live) {
      if (!timer) return;
      // A change is synchronous: when this runs it has been committed or rolled back.
      queueMicrotask(() => {
        const row = find(jobId);
        if (row) emit({ ...toView(row), ...live });
      });
    },
    watch(listener) {
      if (!timer) {
        told = new Map(listLive().map((job) => [job.id, job]));
        timer = setInterval(look, LOOK_MS).unref();
      }
      emitter.on('job', listener);
      return () => {
        emitter.off('job', listener);
        if (emitter.listenerCount('job') === 0) close();
      };
    },
    close,
  };
}

/** Stored progress lags behind what this process has told of its own jobs; work that began again has another note. */
function isNews(job: JobView, before: JobView | undefined): boolean {
  if (!before || job.state !== before.state || job.attempts !== before.attempts) return true;
  return job.note !== before.note || job.progress > before.progress;
}
