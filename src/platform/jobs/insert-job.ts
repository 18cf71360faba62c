import type { Rows } from '../../kernel/catalogue.ts';
import { newId } from '../../kernel/ids.ts';
import type { JobOrder } from '../../kernel/jobs.ts';
import { jobs } from '../db/ground.table.ts';

/** Writes a job's row in the change that wants it; the same live or finished key again is the same job. */
export function insertJob(rows: Rows, order: JobOrder<unknown>, at: Date): void {
  const { definition } = order;
  const values = {
    id: newId(),
    name: definition.name,
    payload: JSON.stringify(definition.payload.parse(order.payload)),
    key: order.key,
    subject: order.subject ?? null,
    priority: definition.priority,
    media: definition.media,
    state: 'waiting',
    maxAttempts: definition.attempts,
    notBefore: (order.notBefore ?? at).toISOString(),
    enqueuedAt: at.toISOString(),
  };
  rows.insert(jobs).values(values).onConflictDoNothing().run();
}
