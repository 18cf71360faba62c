import { and, eq } from 'drizzle-orm';
import type { Catalogue, Rows } from '../../kernel/catalogue.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { JobEnd, JobLease } from '../../kernel/job-queue.ts';
import { LostLeaseError } from '../../kernel/job-run.ts';
import { jobs } from '../db/ground.table.ts';
import type { JobNews } from './job-news.ts';
import type { JobRow } from './job-view.ts';

/** A worker that has been silent for so long is taken for dead. */
export const LEASE_MS = 30_000;
/** Progress is stored at most so often; listeners in this process hear each step. */
const PROGRESS_MS = 1000;

export interface LeaseParts {
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly news: JobNews;
  /** How long after the failed attempt `n` the next may begin. */
  readonly retryDelayMs: (attempt: number) => number;
  readonly monotonicMs: () => number;
  /** This process's name on its leases: see lease-holder.ts. */
  readonly holder: string;
}

/** One claim on one row, told from later claims by its token: each write names the token, so a lost lease writes nothing. */
export function createLease(parts: LeaseParts, row: JobRow, token: string): JobLease {
  const { catalogue, clock, news, monotonicMs } = parts;
  const mine = and(eq(jobs.id, row.id), eq(jobs.leaseToken, token), eq(jobs.state, 'running'));
  const write = (rows: Rows, values: Partial<JobRow>) =>
    rows.update(jobs).set(values).where(mine).returning({ id: jobs.id }).all().length === 1;
  const isHeld = (rows: Rows) => rows.select({ id: jobs.id }).from(jobs).where(mine).get() !== undefined;
  let storedProgressMs = Number.NEGATIVE_INFINITY;

  return {
    job: {
      id: row.id,
      name: row.name,
      payload: JSON.parse(row.payload),
      subject: row.subject ?? undefined,
      attempt: row.attempts,
      before: row.lastError ?? undefined,
    },
    async beat() {
      return catalogue.keep((rows) => write(rows, { leaseUntil: after(clock.now(), LEASE_MS) }));
    },
    async isHeld() {
      return isHeld(catalogue.rows);
    },
    progress(share, { note, secondsLeft } = {}) {
      const progress = Math.min(Math.max(share, 0), 1);
      const dueAt = secondsLeft === undefined ? undefined : after(clock.now(), 1000 * secondsLeft);
      if (monotonicMs() - storedProgressMs >= PROGRESS_MS) {
        storedProgressMs = monotonicMs();
        if (!catalogue.keep((rows) => write(rows, { progress, note: note ?? null, dueAt: dueAt ?? null }))) return;
      }
      news.tell(row.id, { progress, note, dueAt: dueAt ? new Date(dueAt) : undefined });
    },
    fence(change) {
      if (!isHeld(change.rows)) throw new LostLeaseError(`job ${row.id} is no longer this run's`);
    },
    finish(change) {
      if (!write(change.rows, ended('done', change.at)))
        throw new LostLeaseError(`job ${row.id} is no longer this run's`);
      news.tell(row.id);
    },
    async end(end) {
      const values = endingOf(row, end, clock.now(), parts.retryDelayMs);
      if (catalogue.keep((rows) => write(rows, values))) news.tell(row.id);
    },
  };
}

function endingOf(row: JobRow, end: JobEnd, now: Date, retryDelayMs: (attempt: number) => number): Partial<JobRow> {
  switch (end.state) {
    case 'done':
      return ended('done', now);
    case 'refused':
      return { ...ended('refused', now), refusal: JSON.stringify(end.refusal) };
    case 'released':
      return { ...waiting(now, end.delayMs), attempts: row.attempts - 1, lastError: end.reason ?? row.lastError };
    case 'failed':
      if (end.final || row.attempts >= row.maxAttempts) return { ...ended('dead', now), lastError: end.reason };
      return { ...waiting(now, retryDelayMs(row.attempts)), lastError: end.reason };
  }
}

/** The columns of a row that has ended; a done one stands at its full progress. */
export function ended(state: 'done' | 'refused' | 'dead' | 'cancelled', at: Date): Partial<JobRow> {
  const free = { leaseToken: null, leaseUntil: null, note: null, dueAt: null, endedAt: at.toISOString(), state };
  return state === 'done' ? { ...free, progress: 1, lastError: null } : free;
}

/** The columns of a row that waits once more. */
export function waiting(now: Date, delayMs = 0): Partial<JobRow> {
  const free = {
    leaseToken: null,
    leaseUntil: null,
    note: null,
    dueAt: null,
    endedAt: null,
    progress: 0,
    state: 'waiting',
  };
  return { ...free, notBefore: after(now, delayMs) };
}

export function after(at: Date, milliseconds: number): string {
  return new Date(at.getTime() + milliseconds).toISOString();
}
