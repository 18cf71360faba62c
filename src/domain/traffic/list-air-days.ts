import { and, eq, inArray, isNull, min, sql } from 'drizzle-orm';
import type { BroadcastDay } from '../../kernel/broadcast-day.ts';
import type { Rows } from '../../kernel/catalogue.ts';
import { cuts } from '../spots/spots.table.ts';
import { logPositions } from './traffic.table.ts';

/** When a spot's cuts stand in the lists, released or not; pulled plays do not count. */
export interface AirDays {
  readonly firstDay: string;
  /** After today. */
  readonly nextDay: string | null;
  readonly playsToday: number;
  readonly channelsToday: number;
}

/** By spot; spots that stand in no list are missing. */
export function listAirDays(rows: Rows, spotIds: readonly string[], today: BroadcastDay): Map<string, AirDays> {
  const { day, channelId } = logPositions;
  const found = rows
    .select({
      spotId: cuts.spotId,
      firstDay: sql<string>`${min(day)}`,
      nextDay: sql<string | null>`min(CASE WHEN ${day} > ${today} THEN ${day} END)`,
      playsToday: sql<number>`sum(${day} = ${today})`,
      channelsToday: sql<number>`count(DISTINCT CASE WHEN ${day} = ${today} THEN ${channelId} END)`,
    })
    .from(logPositions)
    .innerJoin(cuts, eq(cuts.id, logPositions.cutId))
    .where(and(inArray(cuts.spotId, [...spotIds]), isNull(logPositions.pulledAt)))
    .groupBy(cuts.spotId)
    .all();
  return new Map(found.map(({ spotId, ...days }) => [spotId, days]));
}
