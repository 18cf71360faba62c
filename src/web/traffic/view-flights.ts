import { z } from 'zod';
import { type Flight, listFlights } from '../../domain/traffic/index.ts';
import { addDays, type BroadcastDay } from '../../kernel/broadcast-day.ts';
import { formatCount, formatDay } from '../frame/format.ts';
import type { Done } from '../frame/toast.tsx';
import { readCursor, writeCursor } from '../http/cursor.ts';
import { personOf, type WebContext } from '../http/route.ts';
import type { FlightRowView, FlightsPageView } from './flights-page.tsx';
import { nameFlight } from './view-conflicts.ts';
import { channelNames } from './view-flight-form.ts';
import { todayOf } from './week.ts';

const SHOWN = 50;
const lastSeen = z.object({ createdAt: z.string(), id: z.string() });

/** Orders in reach, newest first; `?cursor=` goes on. */
export function viewFlights(c: WebContext, done?: Done): FlightsPageView {
  const after = readCursor(c.req.query('cursor'), lastSeen);
  const flights = listFlights(c.get('app').catalogue.rows, personOf(c), {
    limit: SHOWN,
    ...(after ? { after } : {}),
  });
  const last = flights.length === SHOWN ? flights.at(-1) : undefined;
  const mayChange = ['traffic', 'admin'].includes(personOf(c).role);
  const names = channelNames(c);
  return {
    flights: flights.map((flight) => viewFlight(c, flight, { today: todayOf(c), mayChange, names })),
    newHref: mayChange ? '/traffic/flights/new' : undefined,
    nextHref: last && `/traffic/flights?cursor=${writeCursor({ createdAt: last.createdAt, id: last.id })}`,
    done,
  };
}

function viewFlight(
  c: WebContext,
  flight: Flight,
  on: { today: BroadcastDay; mayChange: boolean; names: ReadonlyMap<string, string> },
): FlightRowView {
  const t = c.get('t');
  const { wish } = flight;
  const state = stateOf(flight, on.today);
  const [only, ...others] = wish.channels.ids;
  const channels =
    only && others.length === 0
      ? (on.names.get(only) ?? only)
      : t('flight.channels', { n: formatCount(wish.channels.ids.length) });
  return {
    name: nameFlight(flight) ?? flight.id,
    houses: flight.title ? wish.cuts.map((cut) => cut.house).join(', ') : '',
    days: t('flight.fromTo', { from: formatDay(wish.from), until: formatDay(addDays(wish.until, -1)) }),
    channels,
    times: t('flight.times', { n: wish.timesPerDay }),
    state,
    stopAction:
      on.mayChange && (state === 'running' || state === 'coming') ? `/traffic/flights/${flight.id}/stop` : undefined,
  };
}

function stateOf({ state, wish }: Flight, today: BroadcastDay): FlightRowView['state'] {
  if (state === 'stopped') return 'stopped';
  if (wish.until <= today) return 'over';
  return wish.from > today ? 'coming' : 'running';
}
