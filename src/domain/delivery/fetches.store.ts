import { and, eq, inArray } from 'drizzle-orm';
import type { BlobHash } from '../../kernel/blobs.ts';
import type { Catalogue, Change, Rows } from '../../kernel/catalogue.ts';
import type { Clock } from '../../kernel/clock.ts';
import { fetches } from './delivery.table.ts';

export type Fetch = typeof fetches.$inferSelect;

/** Bytes of a film on their way to an operator. */
export interface HandedFilm {
  readonly operatorId: string;
  readonly cutId: string;
  readonly preset: string;
  readonly blob: BlobHash;
}

interface Parts {
  readonly catalogue: Catalogue;
  readonly clock: Clock;
}

/**
 * Remembers that bytes were handed out: from the first one on a recall must reach this operator. The first time is an
 * act in the audit trail; asking again, or for the rest, only moves the time.
 */
export function recordFetch({ catalogue, clock }: Parts, film: HandedFilm): void {
  const at = clock.now().toISOString();
  if (findFetch(catalogue.rows, film)) {
    catalogue.keep((rows) => rows.update(fetches).set({ lastAt: at }).where(isFetch(film)).run());
    return;
  }
  catalogue.change(({ rows, audit }) => {
    rows
      .insert(fetches)
      .values({ ...film, firstAt: at, lastAt: at })
      .onConflictDoNothing()
      .run();
    const { operatorId, cutId, preset, blob } = film;
    audit({ actor: `operator:${operatorId}`, act: 'film.fetch', subject: cutId, detail: { preset, sha256: blob } });
  });
}

/** The last byte has gone out too. */
export function recordWholeFetch({ catalogue, clock }: Parts, film: HandedFilm): void {
  const at = clock.now().toISOString();
  catalogue.keep((rows) => rows.update(fetches).set({ lastAt: at, wholeAt: at }).where(isFetch(film)).run());
}

/** These operators took the films off their machines: what they fetched is to be fetched again. */
export function forgetWholeFetches({ rows }: Change, cutId: string, operatorIds: readonly string[]): void {
  const theirs = and(eq(fetches.cutId, cutId), inArray(fetches.operatorId, [...operatorIds]));
  rows.update(fetches).set({ wholeAt: null }).where(theirs).run();
}

/** What an operator has fetched of these cuts. */
export function listFetches(rows: Rows, operatorId: string, cutIds: readonly string[]): Fetch[] {
  return rows
    .select()
    .from(fetches)
    .where(and(eq(fetches.operatorId, operatorId), inArray(fetches.cutId, [...cutIds])))
    .all();
}

export function listFetchesOfCut(rows: Rows, cutId: string): Fetch[] {
  return rows.select().from(fetches).where(eq(fetches.cutId, cutId)).all();
}

/** The latest fetch of each of these operators; those who never fetched are not in it. */
export function findLastFetches(
  rows: Rows,
  operatorIds: readonly string[],
): Map<string, { at: string; films: number }> {
  const found = new Map<string, { at: string; films: number }>();
  const all = rows
    .select({ operatorId: fetches.operatorId, lastAt: fetches.lastAt })
    .from(fetches)
    .where(inArray(fetches.operatorId, [...operatorIds]))
    .all();
  for (const { operatorId, lastAt } of all) {
    const known = found.get(operatorId);
    found.set(operatorId, { at: known && known.at > lastAt ? known.at : lastAt, films: (known?.films ?? 0) + 1 });
  }
  return found;
}

function findFetch(rows: Rows, film: HandedFilm): Fetch | undefined {
  return rows.select().from(fetches).where(isFetch(film)).get();
}

function isFetch({ operatorId, cutId, preset, blob }: HandedFilm) {
  return and(
    eq(fetches.operatorId, operatorId),
    eq(fetches.cutId, cutId),
    eq(fetches.preset, preset),
    eq(fetches.blob, blob),
  );
}
