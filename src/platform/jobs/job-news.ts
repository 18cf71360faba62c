import { EventEmitter } from 'node:events';
import { eq } from 'drizzle-orm';
import type { Catalogue } from '../../kernel/catalogue.ts';
import type { JobView } from '../../kernel/job-queue.ts';
import { jobs } from '../db/ground.table.ts';
import { toView } from './job-view.ts';

/** Tells this process's listeners (server-sent events) what became of a job. */
export interface JobNews {
  /** Looks the job up once the running commit stands, and tells it as it then is. `live` is newer than what is stored. */
  tell(jobId: string, live?: Pick<JobView, 'progress' | 'note'>): void;
  watch(listener: (job: JobView) => void): () => void;
}

export function createJobNews(catalogue: Catalogue): JobNews {
  const emitter = new EventEmitter<{ job: [JobView] }>();
  // One listener an open page.
  emitter.setMaxListeners(0);
  return {
    tell(jobId, live) {
      if (emitter.listenerCount('job') === 0) return;
      // A change is synchronous: when this runs it has been committed or rolled back.
      queueMicrotask(() => {
        const row = catalogue.rows.select().from(jobs).where(eq(jobs.id, jobId)).get();
        if (row) emitter.emit('job', { ...toView(row), ...live });
      });
    },
    watch(listener) {
      emitter.on('job', listener);
      return () => emitter.off('job', listener);
    },
  };
}
