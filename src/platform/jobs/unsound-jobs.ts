import { asc } from 'drizzle-orm';
import type { Rows } from '../../kernel/catalogue.ts';
import { jobs } from '../db/ground.table.ts';
import type { JobRow } from './job-view.ts';
import { isSurelyGone } from './lease-holder.ts';

interface UnsoundJob {
  readonly id: string;
  readonly problem: string;
  readonly kind: 'fault' | 'note';
}

/** Rows that break the job table's promises (faults), and jobs whose worker is gone (notes: the next worker takes them up). */
export function listUnsoundJobs(rows: Rows): UnsoundJob[] {
  const all = rows.select().from(jobs).orderBy(asc(jobs.enqueuedAt)).all();
  return all.flatMap((row): UnsoundJob[] => {
    const problem = findProblem(row);
    if (problem) return [{ id: row.id, problem, kind: 'fault' }];
    const gone = row.state === 'running' && isSurelyGone(row.leaseToken ?? '');
    return gone ? [{ id: row.id, problem: 'its worker is gone', kind: 'note' }] : [];
  });
}

function findProblem(row: JobRow): string | undefined {
  const leased = row.leaseToken !== null && row.leaseUntil !== null;
  if (row.state === 'running') return leased ? undefined : 'runs without a lease';
  if (leased) return `is ${row.state} and holds a lease`;
  if (row.state === 'waiting') return row.endedAt === null ? undefined : 'waits and has ended';
  if (row.endedAt === null) return `is ${row.state} without an end`;
  if (row.state === 'refused' && row.refusal === null) return 'is refused without a reason';
  if (row.state === 'dead' && row.lastError === null) return 'is dead without a reason';
  return row.attempts > row.maxAttempts ? 'was tried too often' : undefined;
}
