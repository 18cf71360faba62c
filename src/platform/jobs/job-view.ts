import { z } from 'zod';
import type { JobView } from '../../kernel/job-queue.ts';
import type { JobState } from '../../kernel/jobs.ts';
import type { jobs } from '../db/ground.table.ts';

export type JobRow = typeof jobs.$inferSelect;

const states = ['waiting', 'running', 'done', 'refused', 'dead', 'cancelled'] as const satisfies readonly JobState[];
const storedState = z.enum(states);
const storedRefusal = z.object({
  code: z.string(),
  user: z.string(),
  tech: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export function toView(row: JobRow): JobView {
  return {
    id: row.id,
    name: row.name,
    subject: row.subject ?? undefined,
    state: storedState.parse(row.state),
    attempts: row.attempts,
    maxAttempts: row.maxAttempts,
    progress: row.progress,
    note: row.note ?? undefined,
    dueAt: row.dueAt ? new Date(row.dueAt) : undefined,
    refusal: row.refusal ? readRefusal(row.refusal) : undefined,
    lastError: row.lastError ?? undefined,
    enqueuedAt: new Date(row.enqueuedAt),
    startedAt: row.startedAt ? new Date(row.startedAt) : undefined,
    endedAt: row.endedAt ? new Date(row.endedAt) : undefined,
  };
}

function readRefusal(json: string) {
  const { params, ...refusal } = storedRefusal.parse(JSON.parse(json));
  return params ? { ...refusal, params } : refusal;
}
