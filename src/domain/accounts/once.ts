import { and, eq, lt } from 'drizzle-orm';
import type { Catalogue } from '../../kernel/catalogue.ts';
import type { Clock } from '../../kernel/clock.ts';
import { idempotencyKeys } from './accounts.table.ts';

// A request that was cut off by a stop may be asked again after this long; answers are replayed for a day.
const RUNNING_MS = 60_000;
const KEPT_MS = 86_400_000;

interface Parts {
  readonly catalogue: Catalogue;
  readonly clock: Clock;
}

interface OnceKey {
  readonly personId: string;
  readonly key: string;
}

interface OnceAnswer {
  readonly status: number;
  readonly answer: string;
  readonly contentType: string;
}

type Before = { readonly state: 'new' | 'running' | 'other' } | ({ readonly state: 'done' } & OnceAnswer);

/** Claims an idempotency key for a request, or says what became of the request that had it before. */
export function beginOnce({ catalogue, clock }: Parts, request: OnceKey & { requestHash: string }): Before {
  return catalogue.keep((rows) => {
    const now = clock.now();
    rows
      .delete(idempotencyKeys)
      .where(lt(idempotencyKeys.madeAt, new Date(now.getTime() - KEPT_MS).toISOString()))
      .run();
    const row = rows.select().from(idempotencyKeys).where(whose(request)).get();
    if (row && row.requestHash !== request.requestHash) return { state: 'other' };
    if (row?.status)
      return { state: 'done', status: row.status, answer: row.answer ?? '', contentType: row.contentType ?? '' };
    if (row && now.getTime() - Date.parse(row.madeAt) < RUNNING_MS) return { state: 'running' };
    const values = { ...request, madeAt: now.toISOString() };
    rows
      .insert(idempotencyKeys)
      .values(values)
      .onConflictDoUpdate({ target: [idempotencyKeys.personId, idempotencyKeys.key], set: values })
      .run();
    return { state: 'new' };
  });
}

export function finishOnce({ catalogue }: Parts, request: OnceKey, answer: OnceAnswer): void {
  catalogue.keep((rows) => rows.update(idempotencyKeys).set(answer).where(whose(request)).run());
}

/** A request that failed may be tried again under its key. */
export function forgetOnce({ catalogue }: Parts, request: OnceKey): void {
  catalogue.keep((rows) => rows.delete(idempotencyKeys).where(whose(request)).run());
}

function whose({ personId, key }: OnceKey) {
  return and(eq(idempotencyKeys.personId, personId), eq(idempotencyKeys.key, key));
}
