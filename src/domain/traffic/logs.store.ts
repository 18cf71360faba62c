import { and, asc, eq, gte, inArray, isNull, lt } from 'drizzle-orm';
import type { BroadcastDay } from '../../kernel/broadcast-day.ts';
import type { Rows } from '../../kernel/catalogue.ts';
import { listChannels } from '../directory/index.ts';
import { cuts, spots } from '../spots/spots.table.ts';
import { channelLogs, logPositions } from './traffic.table.ts';

export type Position = typeof logPositions.$inferSelect;

/** One place of a day's list with what people and files call it. */
export interface ListedPosition extends Position {
  readonly house: string;
  readonly spotId: string;
  readonly scheme: string;
}

/** One channel's list for one broadcast day; `releasedAt` null: operators do not see it yet. Pulled positions stand in it, marked. */
export interface DayLog {
  readonly channelId: string;
  readonly day: string;
  readonly version: number;
  readonly releasedAt: string | null;
  readonly changedAt: string;
  readonly positions: readonly ListedPosition[];
}

/** Undefined when nothing was ever planned there. The caller has checked the reach of the channel. */
export function listLog(rows: Rows, channelId: string, day: string): DayLog | undefined {
  return listDayLogs(rows, [channelId], day)[0];
}

/** The logs of an operator's channels on a day, released or not, by channel. */
export function listOperatorLogs(rows: Rows, operatorId: string, day: string): DayLog[] {
  const channels = listChannels(rows, [operatorId]).map((channel) => channel.id);
  return listDayLogs(rows, channels, day);
}

function listDayLogs(rows: Rows, channelIds: readonly string[], day: string): DayLog[] {
  const where = and(inArray(channelLogs.channelId, [...channelIds]), eq(channelLogs.day, day));
  const logs = rows.select().from(channelLogs).where(where).orderBy(asc(channelLogs.channelId)).all();
  const positions = rows
    .select({ position: logPositions, house: cuts.houseNumber, spotId: cuts.spotId, scheme: spots.scheme })
    .from(logPositions)
    .innerJoin(cuts, eq(cuts.id, logPositions.cutId))
    .innerJoin(spots, eq(spots.id, cuts.spotId))
    .where(and(inArray(logPositions.channelId, [...channelIds]), eq(logPositions.day, day)))
    .orderBy(asc(logPositions.atFrame), asc(logPositions.position))
    .all()
    .map(({ position, house, spotId, scheme }) => ({ ...position, house: house ?? '', spotId, scheme }));
  const byChannel = Map.groupBy(positions, (position) => position.channelId);
  return logs.map((log) => ({ ...log, positions: byChannel.get(log.channelId) ?? [] }));
}

/** A span of days on some channels; `until` exclusive. */
export interface LogSpan {
  readonly channelIds: readonly string[];
  readonly from: BroadcastDay;
  readonly until: BroadcastDay;
}

/** Positions that stand (not pulled). */
export function listStanding(rows: Rows, { channelIds, from, until }: LogSpan): Position[] {
  const where = and(
    inArray(logPositions.channelId, [...channelIds]),
    gte(logPositions.day, from),
    lt(logPositions.day, until),
    isNull(logPositions.pulledAt),
  );
  return rows.select().from(logPositions).where(where).all();
}

/** The logs of a span without their positions. */
export function listLogHeads(rows: Rows, { channelIds, from, until }: LogSpan) {
  const where = and(
    inArray(channelLogs.channelId, [...channelIds]),
    gte(channelLogs.day, from),
    lt(channelLogs.day, until),
  );
  return rows.select().from(channelLogs).where(where).all();
}

/** Names a channel's day in maps. */
export function dayKey(of: { readonly channelId: string; readonly day: string }): string {
  return `${of.channelId} ${of.day}`;
}
