import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Catalogue, Change, Rows } from '../../kernel/catalogue.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { FilmFacts } from './decide-approval.ts';
import { watchings } from './review.table.ts';
import { canHavePlayed, isWhole, joinSpans, type Span } from './watched-spans.ts';

interface Parts {
  readonly catalogue: Catalogue;
  readonly clock: Clock;
}

/** What a reviewer's player says that it played; nothing yet (from = until) when it begins. */
export interface WatchReport extends Span {
  readonly cutId: string;
  /** SHA-256 of the film that was played, and how long it is. */
  readonly film: string;
  readonly filmFrames: number;
}

/**
 * Keeps what was played of a film, and answers whether that is all of it by now. A stretch that is longer than the time since
 * the last report allows is not believed and left out; the first report only starts the clock.
 */
export function watchFilm({ catalogue, clock }: Parts, personId: string, report: WatchReport): { whole: boolean } {
  const [film, now] = [filmMark(report.film), clock.now()];
  const key = { cutId: report.cutId, person: personId, film };
  const before = findWatching(catalogue.rows, key);
  if (before?.wholeAt) return { whole: true };
  const span = { from: report.from, until: Math.min(report.until, report.filmFrames) };
  const spans = before ? spansOf(before.seen) : [];
  const sinceMs = before ? now.getTime() - Date.parse(before.toldAt) : 0;
  const believed = before && span.until > span.from && canHavePlayed(span, sinceMs);
  const seen = believed ? joinSpans(spans, span) : spans;
  const whole = isWhole(seen, report.filmFrames);
  const row = {
    ...key,
    seen: JSON.stringify(seen),
    toldAt: now.toISOString(),
    wholeAt: whole ? now.toISOString() : null,
  };
  if (!whole) catalogue.keep((rows) => put(rows, row));
  else catalogue.change((change) => putWhole(change, row));
  return { whole };
}

/** Those of the films' cuts of which this person has watched one film to the end. */
export function listWatchedCuts(rows: Rows, personId: string, films: readonly FilmFacts[]): ReadonlySet<string> {
  const cutIds = [...new Set(films.map((film) => film.cutId))];
  if (cutIds.length === 0) return new Set();
  const whole = rows
    .select({ cutId: watchings.cutId, film: watchings.film })
    .from(watchings)
    .where(and(eq(watchings.person, personId), inArray(watchings.cutId, cutIds), isNotNull(watchings.wholeAt)))
    .all();
  const watched = films.filter(({ cutId, blob }) =>
    whole.some((row) => row.cutId === cutId && row.film === filmMark(blob)),
  );
  return new Set(watched.map((film) => film.cutId));
}

type Row = typeof watchings.$inferInsert;

function put(rows: Rows, row: Row): void {
  rows
    .insert(watchings)
    .values(row)
    .onConflictDoUpdate({ target: [watchings.cutId, watchings.person, watchings.film], set: row })
    .run();
}

function putWhole({ rows, audit }: Change, row: Row): void {
  put(rows, row);
  audit({ actor: row.person, act: 'cut.watch', subject: row.cutId, detail: { film: row.film } });
}

function findWatching(rows: Rows, key: { cutId: string; person: string; film: string }) {
  const { cutId, person, film } = watchings;
  const where = and(eq(cutId, key.cutId), eq(person, key.person), eq(film, key.film));
  return rows.select().from(watchings).where(where).get();
}

const storedSpans = z.array(z.object({ from: z.number(), until: z.number() }));

function spansOf(seen: string): Span[] {
  return storedSpans.parse(JSON.parse(seen));
}

/** Half of the SHA-256: enough to tell films apart, too little to keep one from being erased. */
function filmMark(sha256: string): string {
  return sha256.slice(0, 32);
}
