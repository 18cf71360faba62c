import { setImmediate as breathe } from 'node:timers/promises';
import { and, asc, eq, gt, inArray, isNull, max } from 'drizzle-orm';
import type { Catalogue } from '../../kernel/catalogue.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Subscriber } from '../../kernel/subscriber.ts';
import { factDeliveries, facts } from '../db/ground.table.ts';
import type { Logger } from '../logger.ts';
import { tryToDeliver } from './deliver-fact.ts';

/** After so many failures a fact no longer holds up the later facts of its subject; it is still tried, and shown by doctor. */
const BLOCKS_UNTIL = 8;
const PAGE = 200;

interface DrainParts {
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly subscribers: readonly Subscriber[];
}

/**
 * Delivers what has been told and not yet heard; answers a function to call at start, after each commit and
 * each second; calls made while it runs join it.
 */
export function createFactDrain(parts: DrainParts): () => Promise<void> {
  // Up to here a subscriber has heard everything; found anew at each start.
  const heardUpTo = new Map<string, number>();
  let running: Promise<void> | undefined;
  let again = false;

  async function drainFor(subscriber: Subscriber): Promise<void> {
    const held = new Set<string>();
    let from = heardUpTo.get(subscriber.name) ?? 0;
    let allHeard = true;
    // Others' facts need no second look either, or a seldom fact's listener would read the whole history each second.
    const newest = newestSeq(parts.catalogue);
    for (;;) {
      const page = listUnheard(parts.catalogue, subscriber, from);
      for (const row of page) {
        const heard = !held.has(row.fact.subject) && tryToDeliver(parts, subscriber, row);
        if (!heard) allHeard = false;
        if (!heard && (row.delivery?.attempts ?? 0) < BLOCKS_UNTIL) held.add(row.fact.subject);
        from = row.fact.seq;
        if (allHeard) heardUpTo.set(subscriber.name, from);
        // A burst of facts must not keep pages waiting.
        await breathe();
      }
      if (page.length < PAGE) break;
    }
    if (allHeard) heardUpTo.set(subscriber.name, Math.max(from, newest));
  }

  async function drain(): Promise<void> {
    try {
      while (again) {
        again = false;
        // Also keeps us out of the commit that called.
        await breathe();
        for (const subscriber of parts.subscribers) await drainFor(subscriber);
      }
    } finally {
      running = undefined;
    }
  }

  return () => {
    again = true;
    running ??= drain();
    return running;
  };
}

function newestSeq(catalogue: Catalogue): number {
  return (
    catalogue.rows
      .select({ seq: max(facts.seq) })
      .from(facts)
      .get()?.seq ?? 0
  );
}

function listUnheard(catalogue: Catalogue, subscriber: Subscriber, after: number) {
  return catalogue.rows
    .select({ fact: facts, delivery: factDeliveries })
    .from(facts)
    .leftJoin(
      factDeliveries,
      and(eq(factDeliveries.factSeq, facts.seq), eq(factDeliveries.subscriber, subscriber.name)),
    )
    .where(and(gt(facts.seq, after), inArray(facts.name, [...subscriber.facts]), isNull(factDeliveries.deliveredAt)))
    .orderBy(asc(facts.seq))
    .limit(PAGE)
    .all();
}
