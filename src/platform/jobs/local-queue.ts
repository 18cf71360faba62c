import { and, asc, eq, gt, lte, or, sql } from 'drizzle-orm';
import type { Rows } from '../../kernel/catalogue.ts';
import { newId } from '../../kernel/ids.ts';
import type { JobQueue } from '../../kernel/job-queue.ts';
import { jobs } from '../db/ground.table.ts';
import type { JobRow } from './job-view.ts';
import { isSurelyGone } from './lease-holder.ts';
import { after, createLease, ended, LEASE_MS, type LeaseParts, waiting } from './local-lease.ts';

/** No job is ever put off longer than this after a failure: a later time comes from a clock that has since gone back. */
export const MAX_RETRY_DELAY_MS = 10 * 60_000;
/** A watcher that has itself slept so long (a busy process, a suspended machine) knows nothing of others' silence. */
const WATCH_GAP_MS = 5000;

/**
 * Jobs in the catalogue's table. The wall clock decides only when a job with a `notBefore` begins, never who holds a lease:
 * `lease_until` is a stamp that each beat changes, and a lease has run out when this process has seen the same stamp for 30 s
 * of its own steady time. So a clock that jumps a day takes nobody's job away and leaves none lying.
 */
export function createLocalQueue(parts: LeaseParts): JobQueue {
  const { catalogue, clock, monotonicMs, holder } = parts;
  const watch = createWatch(monotonicMs);

  return {
    async claim(slot) {
      const now = clock.now();
      // Looking costs no write lock; another worker may still be faster, so the look is repeated under it.
      if (!findNext(catalogue.rows, slot, now)) return undefined;
      const token = `${holder}#${newId()}`;
      const row = catalogue.keep((rows) => {
        const id = findNext(rows, slot, now);
        return id && rows.update(jobs).set(claimed(token, now)).where(eq(jobs.id, id)).returning().get();
      });
      if (!row) return undefined;
      parts.news.tell(row.id);
      return createLease(parts, row, token);
    },

    async reclaim() {
      const running = catalogue.rows.select().from(jobs).where(eq(jobs.state, 'running')).all();
      const silent = watch(running);
      const others = running.filter((row) => !row.leaseToken?.startsWith(`${holder}#`));
      const lost = others.filter((row) => silent.has(row.id) || isSurelyGone(row.leaseToken ?? ''));
      if (lost.length === 0) return 0;
      const now = clock.now();
      return catalogue.keep((rows) => {
        let put = 0;
        for (const row of lost) {
          const asSeen = and(
            eq(jobs.id, row.id),
            eq(jobs.leaseToken, row.leaseToken ?? ''),
            eq(jobs.leaseUntil, row.leaseUntil ?? ''),
          );
          put += rows.update(jobs).set(withoutWorker(row, now)).where(asSeen).returning({ id: jobs.id }).all().length;
          parts.news.tell(row.id);
        }
        return put;
      });
    },
  };
}

function findNext(rows: Rows, slot: 'media' | 'light', now: Date): string | undefined {
  const next = rows
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.state, 'waiting'), eq(jobs.media, slot === 'media'), isDue(now)))
    .orderBy(asc(jobs.priority), asc(jobs.enqueuedAt), sql`rowid`)
    .limit(1)
    .get();
  return next?.id;
}

function claimed(leaseToken: string, now: Date) {
  return {
    state: 'running',
    attempts: sql`${jobs.attempts} + 1`,
    leaseToken,
    leaseUntil: after(now, LEASE_MS),
    startedAt: now.toISOString(),
  };
}

/** Ordered without a date (then `not_before` is the order's own instant), or its time has come. */
function isDue(now: Date) {
  return or(
    lte(jobs.notBefore, jobs.enqueuedAt),
    lte(jobs.notBefore, now.toISOString()),
    and(gt(jobs.attempts, 0), gt(jobs.notBefore, after(now, MAX_RETRY_DELAY_MS))),
  );
}

function withoutWorker(row: JobRow, now: Date): Partial<JobRow> {
  const lastError = `the worker was lost during attempt ${row.attempts}`;
  if (row.attempts >= row.maxAttempts) return { ...ended('dead', now), lastError };
  return { ...waiting(now), lastError };
}

/** Answers the ids whose lease stamp has not changed for LEASE_MS of steady time, seen at least each WATCH_GAP_MS. */
function createWatch(monotonicMs: () => number): (running: readonly JobRow[]) => Set<string> {
  let seen = new Map<string, { stamp: string; sinceMs: number }>();
  let lookedMs = Number.NEGATIVE_INFINITY;
  return (running) => {
    const nowMs = monotonicMs();
    if (nowMs - lookedMs > WATCH_GAP_MS) seen = new Map();
    lookedMs = nowMs;
    seen = new Map(
      running.map((row) => {
        const stamp = `${row.leaseToken} ${row.leaseUntil}`;
        const before = seen.get(row.id);
        return [row.id, before?.stamp === stamp ? before : { stamp, sinceMs: nowMs }];
      }),
    );
    return new Set([...seen].filter(([, { sinceMs }]) => nowMs - sinceMs >= LEASE_MS).map(([id]) => id));
  };
}
