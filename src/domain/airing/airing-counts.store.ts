import { and, asc, eq, exists, gt, gte, inArray, isNotNull, isNull, lt, not, type SQL, sql } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Rows } from '../../kernel/catalogue.ts';
import type { DaySpan } from '../delivery/index.ts';
import { channels } from '../directory/directory.table.ts';
import { cuts } from '../spots/spots.table.ts';
import { channelLogs, logPositions } from '../traffic/traffic.table.ts';
import { airingCounts, countedDays } from './airing.table.ts';

/** What became of plays that share a day, a spot or an operator. */
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

export interface DayCounts extends PlayCounts {
  readonly operatorId: string;
  readonly day: string;
}

export interface SpotCounts extends PlayCounts {
  readonly operatorId: string;
  readonly channelId: string;
  readonly spotId: string;
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

/** Counted days of these operators, a row for each operator and day. */
export function sumCountedDays(rows: Rows, operatorIds: readonly string[], span: DaySpan): DayCounts[] {
  return rows
    .select({ operatorId: channels.operatorId, day: airingCounts.day, ...sums })
    .from(channels)
    .innerJoin(airingCounts, inSpan(span))
    .where(inArray(channels.operatorId, [...operatorIds]))
    .groupBy(channels.operatorId, airingCounts.day)
    .all();
}

/** Counted days of these operators, a row for each channel and spot. */
export function sumCountedSpots(rows: Rows, operatorIds: readonly string[], span: DaySpan): SpotCounts[] {
  return rows
    .select({ operatorId: channels.operatorId, channelId: channels.id, spotId: cuts.spotId, ...sums })
    .from(channels)
    .innerJoin(airingCounts, inSpan(span))
    .innerJoin(cuts, eq(cuts.id, airingCounts.cutId))
    .where(inArray(channels.operatorId, [...operatorIds]))
    .groupBy(channels.id, cuts.spotId)
    .all();
}

function inSpan({ from, until }: DaySpan): SQL | undefined {
  return and(eq(airingCounts.channelId, channels.id), gte(airingCounts.day, from), lt(airingCounts.day, until));
}

/** Released days of these operators that nobody has counted since they last changed, up to and with `last`. */
export function listUncounted(rows: Rows, operatorIds: readonly string[], span: DaySpan & { readonly last: string }) {
  const counted = rows
    .select({ one: sql`1` })
    .from(countedDays)
    .where(and(eq(countedDays.channelId, channelLogs.channelId), eq(countedDays.day, channelLogs.day)));
  return rows
    .select({ operatorId: channels.operatorId, channelId: channelLogs.channelId, day: channelLogs.day })
    .from(channels)
    .innerJoin(channelLogs, eq(channelLogs.channelId, channels.id))
    .where(
      and(
        inArray(channels.operatorId, [...operatorIds]),
        gte(channelLogs.day, span.from),
        lt(channelLogs.day, span.until),
        not(gt(channelLogs.day, span.last)),
        isNotNull(channelLogs.releasedAt),
        not(exists(counted)),
      ),
    )
    .orderBy(asc(channels.operatorId), asc(channelLogs.day))
    .all();
}

/** Plays of released days after `last`: none of them has had its time, so they are counted without being looked at. */
export function countAhead(rows: Rows, operatorIds: readonly string[], span: DaySpan & { readonly last: string }) {
  return rows
    .select({
      operatorId: channels.operatorId,
      channelId: channels.id,
      day: logPositions.day,
      spotId: cuts.spotId,
      planned: sql<number>`count(*)`,
    })
    .from(channels)
    .innerJoin(channelLogs, eq(channelLogs.channelId, channels.id))
    .innerJoin(
      logPositions,
      and(eq(logPositions.channelId, channelLogs.channelId), eq(logPositions.day, channelLogs.day)),
    )
    .innerJoin(cuts, eq(cuts.id, logPositions.cutId))
    .where(
      and(
        inArray(channels.operatorId, [...operatorIds]),
        gte(channelLogs.day, span.from),
        lt(channelLogs.day, span.until),
        gt(channelLogs.day, span.last),
        isNotNull(channelLogs.releasedAt),
        isNull(logPositions.pulledAt),
        inArray(cuts.state, ['approved', 'withdrawn']),
        isNotNull(cuts.houseNumber),
      ),
    )
    .groupBy(channels.id, logPositions.day, cuts.spotId)
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
