import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Catalogue } from '../../kernel/catalogue.ts';
import type { JobDesk } from '../../kernel/job-queue.ts';
import { allow, refuse } from '../../kernel/refusal.ts';
import { jobs } from '../db/ground.table.ts';
import type { JobNews } from './job-news.ts';
import { toView } from './job-view.ts';
import { ended, waiting } from './local-lease.ts';

export function createLocalDesk(catalogue: Catalogue, news: JobNews): JobDesk {
  return {
    cancel(change, which) {
      const chosen = 'jobId' in which ? eq(jobs.id, which.jobId) : eq(jobs.subject, which.subject);
      const cancelled = change.rows
        .update(jobs)
        .set(ended('cancelled', change.at))
        .where(and(chosen, inArray(jobs.state, ['waiting', 'running'])))
        .returning({ id: jobs.id })
        .all();
      for (const { id } of cancelled) news.tell(id);
      return cancelled.length;
    },

    retry({ rows, at }, jobId) {
      const job = rows.select().from(jobs).where(eq(jobs.id, jobId)).get();
      if (!job || !['dead', 'refused', 'cancelled'].includes(job.state))
        return refuse({
          code: 'job.notEnded',
          user: 'job.refused.notEnded',
          tech: `job ${jobId} is ${job?.state ?? 'unknown'}`,
        });
      const sameKey = and(
        eq(jobs.name, job.name),
        eq(jobs.key, job.key),
        inArray(jobs.state, ['waiting', 'running', 'done']),
      );
      if (rows.select({ id: jobs.id }).from(jobs).where(sameKey).get())
        return refuse({
          code: 'job.orderedAgain',
          user: 'job.refused.orderedAgain',
          tech: `job ${jobId} was ordered anew`,
        });
      const fresh = { ...waiting(at), attempts: 0, refusal: null, startedAt: null, enqueuedAt: at.toISOString() };
      rows.update(jobs).set(fresh).where(eq(jobs.id, jobId)).run();
      news.tell(jobId);
      return allow(undefined);
    },

    find(jobId) {
      const row = catalogue.rows.select().from(jobs).where(eq(jobs.id, jobId)).get();
      return row && toView(row);
    },

    list({ subject, names, states, limit = 100 }) {
      const wanted = and(
        subject === undefined ? undefined : eq(jobs.subject, subject),
        names && inArray(jobs.name, [...names]),
        states && inArray(jobs.state, [...states]),
      );
      const newest = [desc(jobs.enqueuedAt), desc(sql`rowid`)];
      return catalogue.rows
        .select()
        .from(jobs)
        .where(wanted)
        .orderBy(...newest)
        .limit(limit)
        .all()
        .map(toView);
    },

    watch: news.watch,
  };
}
