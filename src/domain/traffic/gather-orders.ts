import type { BroadcastDay } from '../../kernel/broadcast-day.ts';
import type { Rows } from '../../kernel/catalogue.ts';
import { findAirableCut } from './airable-cuts.ts';
import type { FlightWish } from './flight.ts';
import { listActiveFlights } from './flights.store.ts';
import type { PlanCut, PlanFlight } from './plan-schema.ts';

export interface Orders {
  readonly flights: readonly PlanFlight[];
  readonly cuts: readonly PlanCut[];
  /** Running orders none of whose cuts may be shown any more. */
  readonly withoutCuts: readonly string[];
}

interface GivenOrder {
  readonly id: string;
  readonly wish: FlightWish;
}

/** The running orders of a span with those of their cuts that may be shown today; cuts by their ids. */
export function gatherOrders(
  rows: Rows,
  span: { readonly from: BroadcastDay; readonly until: BroadcastDay; readonly extra?: GivenOrder | undefined },
  today: BroadcastDay,
): Orders {
  const given: GivenOrder[] = [...listActiveFlights(rows, span), ...(span.extra ? [span.extra] : [])];
  const houses = new Set(given.flatMap(({ wish }) => wish.cuts.map((cut) => cut.house)));
  const airable = new Map<string, PlanCut>();
  for (const house of houses) {
    const cut = findAirableCut(rows, house, today);
    if (cut) airable.set(house, cut);
  }
  const orders = given.map((order) => toPlanFlight(order, airable));
  return {
    flights: orders.filter((order) => order.cuts.length > 0),
    cuts: [...airable.values()],
    withoutCuts: orders.filter((order) => order.cuts.length === 0).map((order) => order.id),
  };
}

function toPlanFlight({ id, wish }: GivenOrder, airable: ReadonlyMap<string, PlanCut>): PlanFlight {
  const { channels, from, until, days, dayparts, timesPerDay, minGapMinutes, priority } = wish;
  const cuts = wish.cuts.flatMap(({ house, weight }) => {
    const cut = airable.get(house);
    return cut ? [{ id: cut.id, weight }] : [];
  });
  return { id, cuts, channels, from, to: until, days, dayparts, timesPerDay, minGapMinutes, priority };
}
