import { and, desc, eq, gt, inArray, lt, or } from 'drizzle-orm';
import type { BroadcastDay } from '../../kernel/broadcast-day.ts';
import type { Change, Rows } from '../../kernel/catalogue.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { type FlightWish, flightWish } from './flight.ts';
import { flights } from './traffic.table.ts';

type FlightRow = typeof flights.$inferSelect;

/** An order as kept: `wish.channels.ids` names every channel it was given, the other lists are empty. */
export interface Flight extends Omit<FlightRow, 'wish' | 'fromDay' | 'untilDay'> {
  readonly wish: FlightWish;
}

/** Throws NotFoundError when unknown or out of the asker's reach. */
export function getFlight(rows: Rows, asker: { districts: readonly string[] }, id: string): Flight {
  const row = rows.select().from(flights).where(eq(flights.id, id)).get();
  if (!row || !asker.districts.includes(row.district)) throw new NotFoundError('flight');
  return toFlight(row);
}

/** Without regard to who asks: for what stands in a list. */
export function findFlight(rows: Rows, id: string): Flight | undefined {
  const row = rows.select().from(flights).where(eq(flights.id, id)).get();
  return row && toFlight(row);
}

export interface FlightFilter {
  readonly limit: number;
  /** `createdAt` and id of the last one seen. */
  readonly after?: { readonly createdAt: string; readonly id: string };
}

/** Newest first. */
export function listFlights(rows: Rows, asker: { districts: readonly string[] }, filter: FlightFilter): Flight[] {
  const { after, limit } = filter;
  const where = and(
    inArray(flights.district, [...asker.districts]),
    after
      ? or(
          lt(flights.createdAt, after.createdAt),
          and(eq(flights.createdAt, after.createdAt), lt(flights.id, after.id)),
        )
      : undefined,
  );
  return rows
    .select()
    .from(flights)
    .where(where)
    .orderBy(desc(flights.createdAt), desc(flights.id))
    .limit(limit)
    .all()
    .map(toFlight);
}

/** Whoever gave them: orders that run on a day of the span (`until` exclusive), oldest first. */
export function listActiveFlights(rows: Rows, span: { from: BroadcastDay; until: BroadcastDay }): Flight[] {
  const where = and(eq(flights.state, 'active'), lt(flights.fromDay, span.until), gt(flights.untilDay, span.from));
  return rows.select().from(flights).where(where).orderBy(flights.createdAt, flights.id).all().map(toFlight);
}

export function insertFlight(change: Change, flight: { district: string; wish: FlightWish; by: string }): string {
  const id = newId();
  const { wish, district } = flight;
  change.rows
    .insert(flights)
    .values({
      id,
      district,
      title: wish.title,
      wish: JSON.stringify(wish),
      fromDay: wish.from,
      untilDay: wish.until,
      state: 'active',
      createdBy: flight.by,
      createdAt: change.at.toISOString(),
    })
    .run();
  return id;
}

export function markStopped(change: Change, flight: Flight): void {
  const set = { state: 'stopped' as const, version: flight.version + 1 };
  change.rows.update(flights).set(set).where(eq(flights.id, flight.id)).run();
}

function toFlight({ wish, fromDay: _from, untilDay: _until, ...row }: FlightRow): Flight {
  return { ...row, wish: flightWish.parse(JSON.parse(wish)) };
}
