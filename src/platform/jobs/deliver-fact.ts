import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Catalogue, Change, Rows } from '../../kernel/catalogue.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Subscriber } from '../../kernel/subscriber.ts';
import { factDeliveries, facts } from '../db/ground.table.ts';
import type { Logger } from '../logger.ts';

/** A withdrawal is never given up: 1 s, 2 s, 4 s … to ten minutes, for ever. */
const MAX_WAIT_MS = 10 * 60_000;
const storedData = z.record(z.string(), z.unknown());

interface UnheardFact {
  readonly fact: typeof facts.$inferSelect;
  readonly delivery: typeof factDeliveries.$inferSelect | null;
}

/** Another process was faster. */
class AlreadyHeardError extends Error {
  override readonly name = 'AlreadyHeardError';
}

/** Lets the subscriber hear one fact when its time has come; false when it has not come or the subscriber threw. */
export function tryToDeliver(
  { catalogue, clock, logger }: { catalogue: Catalogue; clock: Clock; logger: Logger },
  subscriber: Subscriber,
  { fact, delivery }: UnheardFact,
): boolean {
  if (delivery?.nextAt && !isDue(new Date(delivery.nextAt), clock.now())) return false;
  try {
    catalogue.change((change) => {
      markHeard(change, subscriber, fact.seq);
      const { name, subject } = fact;
      change.audit({
        actor: 'system',
        act: 'fact.heard',
        subject,
        detail: { fact: name, subscriber: subscriber.name },
      });
      const data = storedData.parse(JSON.parse(fact.data));
      // Returned, so that the catalogue refuses one that answers a promise.
      return subscriber.hear(change, { name, subject, data, toldAt: new Date(fact.toldAt) });
    });
    return true;
  } catch (err) {
    if (err instanceof AlreadyHeardError) return true;
    const attempts = (delivery?.attempts ?? 0) + 1;
    logger.error({ fact: fact.name, seq: fact.seq, subscriber: subscriber.name, attempts, err }, 'fact.notHeard');
    catalogue.keep((rows) => markFailure(rows, { fact, subscriber, attempts, now: clock.now(), err }));
    return false;
  }
}

/** Told and not heard though it was tried: what `doctor` shows. */
export function listStuckFacts(rows: Rows) {
  return rows
    .select({
      fact: facts.name,
      subject: facts.subject,
      toldAt: facts.toldAt,
      subscriber: factDeliveries.subscriber,
      attempts: factDeliveries.attempts,
      lastError: factDeliveries.lastError,
    })
    .from(factDeliveries)
    .innerJoin(facts, eq(facts.seq, factDeliveries.factSeq))
    .where(and(isNull(factDeliveries.deliveredAt), gt(factDeliveries.attempts, 0)))
    .orderBy(asc(facts.seq))
    .all();
}

/** A time further off than we ever set comes from a clock that has gone back since. */
function isDue(nextAt: Date, now: Date): boolean {
  return nextAt <= now || nextAt.getTime() > now.getTime() + MAX_WAIT_MS;
}

function markHeard({ rows, at }: Change, subscriber: Subscriber, factSeq: number): void {
  const heard = { nextAt: null, lastError: null, deliveredAt: at.toISOString() };
  const marked = rows
    .insert(factDeliveries)
    .values({ factSeq, subscriber: subscriber.name, ...heard })
    .onConflictDoUpdate({
      target: [factDeliveries.factSeq, factDeliveries.subscriber],
      set: heard,
      setWhere: isNull(factDeliveries.deliveredAt),
    })
    .returning({ factSeq: factDeliveries.factSeq })
    .all();
  if (marked.length === 0) throw new AlreadyHeardError();
}

interface Failure {
  readonly fact: UnheardFact['fact'];
  readonly subscriber: Subscriber;
  readonly attempts: number;
  readonly now: Date;
  readonly err: unknown;
}

function markFailure(rows: Rows, { fact, subscriber, attempts, now, err }: Failure): void {
  const waitMs = Math.min(1000 * 2 ** (attempts - 1), MAX_WAIT_MS);
  const failed = {
    attempts,
    nextAt: new Date(now.getTime() + waitMs).toISOString(),
    lastError: String(err).slice(0, 2000),
  };
  rows
    .insert(factDeliveries)
    .values({ factSeq: fact.seq, subscriber: subscriber.name, ...failed })
    .onConflictDoUpdate({
      target: [factDeliveries.factSeq, factDeliveries.subscriber],
      set: failed,
      setWhere: isNull(factDeliveries.deliveredAt),
    })
    .run();
}
