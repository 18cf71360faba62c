import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { Rows } from '../../kernel/catalogue.ts';
import { cuts, spots } from '../spots/spots.table.ts';
import { channelLogs, flights, logPositions } from '../traffic/traffic.table.ts';

/** Days from `from` up to, not including, `until`. */
export interface DaySpan {
  readonly from: string;
  readonly until: string;
}

/** A position of a released log that still stands, with what people call its cut. */
export interface PlannedPlay {
  readonly id: string;
  readonly channelId: string;
  readonly day: string;
  readonly breakId: string;
  readonly position: number;
  /** Frames at 25 since the broadcast day's midnight; may pass 24 hours. */
  readonly atFrame: number;
  readonly lengthFrames: number;
  readonly cutId: string;
  readonly house: string;
  readonly spotId: string;
  readonly name: string;
  readonly scheme: string;
  /** District of the spot, not of the channel. */
  readonly district: string;
  readonly flightId: string | null;
  /** First day on which the order no longer holds; null for filler. */
  readonly flightUntil: string | null;
}

/** What these channels are to play, in order of day and time; pulled positions and cuts that were taken back never. */
export function listPlannedPlays(rows: Rows, channelIds: readonly string[], span: DaySpan): PlannedPlay[] {
  return selectPlays(rows, channelIds, span, and(eq(cuts.state, 'approved'), isNull(cuts.recalledAt)));
}

/** What stood in the lists when its time came: also cuts that were taken back since. */
export function listPlaysOfRecord(rows: Rows, channelIds: readonly string[], span: DaySpan): PlannedPlay[] {
  return selectPlays(rows, channelIds, span, inArray(cuts.state, ['approved', 'withdrawn']));
}

function selectPlays(rows: Rows, channelIds: readonly string[], span: DaySpan, ofCuts: SQL | undefined): PlannedPlay[] {
  const found = rows
    .select({
      id: logPositions.id,
      channelId: logPositions.channelId,
      day: logPositions.day,
      breakId: logPositions.breakId,
      position: logPositions.position,
      atFrame: logPositions.atFrame,
      lengthFrames: logPositions.lengthFrames,
      cutId: logPositions.cutId,
      house: cuts.houseNumber,
      spotId: cuts.spotId,
      name: sql<string>`json_extract(${spots.document}, '$.name')`,
      scheme: spots.scheme,
      district: spots.district,
      flightId: logPositions.flightId,
      flightUntil: flights.untilDay,
    })
    .from(logPositions)
    .innerJoin(
      channelLogs,
      and(eq(channelLogs.channelId, logPositions.channelId), eq(channelLogs.day, logPositions.day)),
    )
    .innerJoin(cuts, eq(cuts.id, logPositions.cutId))
    .innerJoin(spots, eq(spots.id, cuts.spotId))
    .leftJoin(flights, eq(flights.id, logPositions.flightId))
    .where(
      and(
        inArray(logPositions.channelId, [...channelIds]),
        gte(logPositions.day, span.from),
        lt(logPositions.day, span.until),
        isNull(logPositions.pulledAt),
        isNotNull(channelLogs.releasedAt),
        ofCuts,
      ),
    )
    .orderBy(asc(logPositions.day), asc(logPositions.atFrame), asc(logPositions.channelId), asc(logPositions.position))
    .all();
  return found.flatMap(({ house, ...play }) => (house === null ? [] : [{ ...play, house }]));
}

export interface ReleasedLog {
  readonly channelId: string;
  readonly day: string;
  readonly version: number;
  readonly changedAt: string;
}

/** Released lists of these channels and days: a list that is released and empty is not a list that never came. */
export function listReleasedLogs(rows: Rows, channelIds: readonly string[], span: DaySpan): ReleasedLog[] {
  const { channelId, day, version, changedAt, releasedAt } = channelLogs;
  return rows
    .select({ channelId, day, version, changedAt })
    .from(channelLogs)
    .where(and(inArray(channelId, [...channelIds]), gte(day, span.from), lt(day, span.until), isNotNull(releasedAt)))
    .orderBy(asc(day), asc(channelId))
    .all();
}

/** Positions of a cut in released lists, whether they stand or were pulled: who has been told to play it, and when. */
export function listPositionsOfCut(rows: Rows, cutId: string) {
  return rows
    .select({
      channelId: logPositions.channelId,
      day: logPositions.day,
      atFrame: logPositions.atFrame,
      pulledAt: logPositions.pulledAt,
    })
    .from(logPositions)
    .innerJoin(
      channelLogs,
      and(eq(channelLogs.channelId, logPositions.channelId), eq(channelLogs.day, logPositions.day)),
    )
    .where(and(eq(logPositions.cutId, cutId), isNotNull(channelLogs.releasedAt)))
    .orderBy(asc(logPositions.day), asc(logPositions.atFrame))
    .all();
}
