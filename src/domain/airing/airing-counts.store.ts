import { and, asc, eq, exists, gt, gte, inArray, isNotNull, isNull, lt, not, type SQL, sql } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Rows } from '../../kernel/catalogue.ts';
import type { DaySpan } from '../delivery/index.ts';
import { channels } from '../directory/directory.table.ts';
import { cuts } from '../spots/spots.table.ts';
import { channelLogs, logPositions } from '../traffic/traffic.table.ts';
import { airingCounts, countedDays } from './airing.table.ts';

/** What became of plays that share a channel and a cut, or a day. */
export interface PlayCounts {
  readonly planned: number;
  readonly aired: number;
  readonly proved: number;
  readonly missing: number;
  readonly unknown: number;
  /** Of `aired` and `proved`: on an operator's list or paper. */
  readonly listed: number;
  readonly airedFrames: number;
  /** A list or a word came for at least one of these days. */
  readonly heard: boolean;
}

const total = (column: AnySQLiteColumn) => sql<number>`sum(${column})`;
const sums = {
  planned: sql<number>`0`,
  aired: total(airingCounts.aired),
  proved: total(airingCounts.proved),
  missing: total(airingCounts.missing),
  unknown: total(airingCounts.unknown),
  listed: total(airingCounts.listed),
  airedFrames: total(airingCounts.airedFrames),
  heard: sql`max(${airingCounts.heard})`.mapWith(Boolean),
};

/** Counted days of these channels, a row for each channel and day. */
export function sumCountedDays(rows: Rows, channelIds: readonly string[], span: DaySpan) {
  const { channelId, day } = airingCounts;
  return rows
    .select({ channelId, day, ...sums })
    .from(airingCounts)
    .where(isIn(channelIds, span))
    .groupBy(channelId, day)
    .all();
}

/** Counted days of these channels, a row for each channel and cut. */
export function sumCountedCuts(rows: Rows, channelIds: readonly string[], span: DaySpan) {
  const { channelId, cutId } = airingCounts;
  return rows
    .select({ channelId, cutId, ...sums })
    .from(airingCounts)
    .where(isIn(channelIds, span))
    .groupBy(channelId, cutId)
    .all();
}

/** Counted days of which nobody has said a word: each operator's, where something was to run and no channel was heard. */
export function listSilentDays(rows: Rows, channelIds: readonly string[], span: DaySpan) {
  return rows
    .select({ operatorId: channels.operatorId, day: airingCounts.day })
    .from(airingCounts)
    .innerJoin(channels, eq(channels.id, airingCounts.channelId))
    .where(isIn(channelIds, span))
    .groupBy(channels.operatorId, airingCounts.day)
    .having(and(eq(sql`max(${airingCounts.heard})`, 0), gt(total(airingCounts.unknown), 0)))
    .all();
}

function isIn(channelIds: readonly string[], { from, until }: DaySpan): SQL | undefined {
  const { channelId, day } = airingCounts;
  return and(inArray(channelId, [...channelIds]), gte(day, from), lt(day, until));
}

/** Released days of these channels that nobody has counted since they last changed; days to come are among them. */
export function listUncounted(rows: Rows, channelIds: readonly string[], { from, until }: DaySpan) {
  const { channelId, day, releasedAt } = channelLogs;
  const counted = rows
    .select({ one: sql`1` })
    .from(countedDays)
    .where(and(eq(countedDays.channelId, channelId), eq(countedDays.day, day)));
  return rows
    .select({ channelId, day })
    .from(channelLogs)
    .where(
      and(
        inArray(channelId, [...channelIds]),
        gte(day, from),
        lt(day, until),
        isNotNull(releasedAt),
        not(exists(counted)),
      ),
    )
    .orderBy(asc(channelId), asc(day))
    .all();
}

/** Plays of released days in the span, by channel, day and cut, without asking what became of them. */
export function countPlanned(rows: Rows, channelIds: readonly string[], { from, until }: DaySpan) {
  const { channelId, day, cutId } = logPositions;
  return rows
    .select({ channelId, day, cutId, planned: sql<number>`count(*)` })
    .from(logPositions)
    .innerJoin(channelLogs, and(eq(channelLogs.channelId, channelId), eq(channelLogs.day, day)))
    .innerJoin(cuts, eq(cuts.id, cutId))
    .where(
      and(
        inArray(channelId, [...channelIds]),
        gte(day, from),
        lt(day, until),
        isNotNull(channelLogs.releasedAt),
        isNull(logPositions.pulledAt),
        inArray(cuts.state, ['approved', 'withdrawn']),
        isNotNull(cuts.houseNumber),
      ),
    )
    .groupBy(channelId, day, cutId)
    .all();
}

export type NewCount = typeof airingCounts.$inferInsert;

// SQLite takes 32,766 values in a statement; ten a row.
const ROWS_AT_ONCE = 1000;

/** Keeps counted days with their counts. */
export function writeCounts(
  rows: Rows,
  days: readonly { readonly channelId: string; readonly day: string }[],
  counts: readonly NewCount[],
  countedAt: string,
): void {
  for (const some of chunks(days)) {
    const values = some.map(({ channelId, day }) => ({ channelId, day, countedAt }));
    rows.insert(countedDays).values(values).onConflictDoNothing().run();
  }
  for (const some of chunks(counts)) rows.insert(airingCounts).values(some).onConflictDoNothing().run();
}

function chunks<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / ROWS_AT_ONCE);
  return Array.from({ length: count }, (_, at) => items.slice(at * ROWS_AT_ONCE, (at + 1) * ROWS_AT_ONCE));
}
