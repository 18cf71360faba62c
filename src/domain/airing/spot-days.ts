import { and, asc, eq, inArray, isNotNull, min, sql } from 'drizzle-orm';
import { broadcastDayOf } from '../../kernel/broadcast-day.ts';
import type { DeliveryParts } from '../delivery/index.ts';
import { cuts, spots } from '../spots/spots.table.ts';

/** A spot that was ever sent, with the days that a report asks for. */
export interface SpotDays {
  readonly spot: string;
  readonly number: string;
  readonly scheme: string;
  readonly district: string;
  /** The day on which it was begun; a spot that was sent before (the demo's month ago) was made then. */
  readonly madeDay: string;
  /** The day of its first cut's house number. */
  readonly approvedDay: string | undefined;
}

/** Which spots: of these districts, or these. */
export type SpotChoice = { readonly districts: readonly string[] } | { readonly ids: readonly string[] };

/** Every spot of the choice that was ever sent, by number. */
export function listSpotDays({ catalogue, config }: DeliveryParts, choice: SpotChoice): SpotDays[] {
  const dayOf = (at: string) => broadcastDayOf(new Date(at), config.dayClock);
  return catalogue.rows
    .select({
      spot: spots.id,
      number: spots.number,
      scheme: spots.scheme,
      district: spots.district,
      madeAt: sql<string>`min(${spots.createdAt}, ${spots.sentAt})`,
      approvedAt: min(cuts.approvedAt),
    })
    .from(spots)
    .leftJoin(cuts, and(eq(cuts.spotId, spots.id), isNotNull(cuts.approvedAt)))
    .where(
      and(
        'ids' in choice ? inArray(spots.id, [...choice.ids]) : inArray(spots.district, [...choice.districts]),
        isNotNull(spots.sentAt),
      ),
    )
    .groupBy(spots.id)
    .orderBy(asc(spots.number))
    .all()
    .map(({ madeAt, approvedAt, ...spot }) => ({
      ...spot,
      madeDay: dayOf(madeAt),
      approvedDay: approvedAt === null ? undefined : dayOf(approvedAt),
    }));
}
