import { z } from 'zod';
import { addFlight, getFlight, previewFlight, releaseDay, stopFlight } from '../../domain/traffic/index.ts';
import { addDays, broadcastDay, parseBroadcastDay } from '../../kernel/broadcast-day.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { unwrap } from '../../kernel/refusal.ts';
import type { Done } from '../frame/toast.tsx';
import { pageContext } from '../http/page-context.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';
import { BoardPage } from './board-page.tsx';
import { FlightsPage } from './flights-page.tsx';
import { LogPage } from './log-page.tsx';
import { NewFlightPage } from './new-flight-page.tsx';
import { ReleasePage } from './release-page.tsx';
import { trafficParts } from './traffic-parts.ts';
import { faultOf, flightForm, readFlight } from './typed-flight.ts';
import { viewBoard } from './view-board.ts';
import { viewFlightForm } from './view-flight-form.ts';
import { viewFlights } from './view-flights.ts';
import { viewLog } from './view-log.ts';
import { viewRelease } from './view-release.ts';
import { dayFrom, todayOf } from './week.ts';

const seen = { who: ['traffic', 'admin', 'headOffice', 'auditor'], owner: 'reach', kind: 'page' } as const;
const changed = { who: ['traffic', 'admin'], owner: 'reach', kind: 'page' } as const;

export const trafficRoutes: readonly Route[] = [
  { ...seen, method: 'GET', path: '/traffic', summary: 'Week and channels, how full they are', handler: showBoard },
  {
    ...seen,
    method: 'GET',
    path: '/traffic/logs/:channel/:day',
    summary: 'One channel’s day, break by break',
    handler: showLog,
  },
  { ...seen, method: 'GET', path: '/traffic/flights', summary: 'All flights in reach', handler: showFlights },
  {
    ...changed,
    method: 'GET',
    path: '/traffic/flights/new',
    summary: 'Form of a new flight',
    handler: (c) => showForm(c),
  },
  { ...changed, method: 'POST', path: '/traffic/flights', summary: 'Preview or give a flight', handler: takeForm },
  { ...changed, method: 'POST', path: '/traffic/flights/:flightId/stop', summary: 'Stop a flight', handler: stop },
  {
    ...seen,
    method: 'GET',
    path: '/traffic/release',
    summary: 'What a release would give to whom (?day=, tomorrow without)',
    handler: (c) => showRelease(c),
  },
  { ...changed, method: 'POST', path: '/traffic/release', summary: 'Release a day’s logs', handler: release },
];

function showBoard(c: WebContext) {
  return c.html(<BoardPage context={pageContext(c)} view={viewBoard(c, doneOf(c))} />);
}

function showFlights(c: WebContext) {
  return c.html(<FlightsPage context={pageContext(c)} view={viewFlights(c, doneOf(c))} />);
}

function showLog(c: WebContext) {
  const day = parseBroadcastDay(c.req.param('day') ?? '');
  if (!day) throw new NotFoundError('day');
  return c.html(<LogPage context={pageContext(c)} view={viewLog(c, c.req.param('channel') ?? '', day, moveDone(c))} />);
}

function showForm(c: WebContext, given: Parameters<typeof viewFlightForm>[1] = {}, status: 200 | 422 = 200) {
  const flight = viewFlightForm(c, given);
  const wrong = Object.keys(flight.why).length > 0 ? c.get('t')('flight.mend') : undefined;
  const view = { flight, backHref: '/traffic', islands: ['flight.island.js'], wrong };
  return c.html(<NewFlightPage context={pageContext(c)} view={view} />, status);
}

/** Without script the first button shows the effect, the second gives the order; nothing typed is lost. */
async function takeForm(c: WebContext) {
  const { typed, intent } = flightForm.parse(await c.req.parseBody({ all: true }));
  const read = readFlight(typed, personOf(c).districts);
  if ('faults' in read) return showForm(c, { typed, faults: read.faults }, 422);
  const parts = trafficParts(c.get('app'));
  if (intent === 'preview') {
    const effect = previewFlight(parts, personOf(c), read.wish);
    if (!effect.ok) return showForm(c, { typed, faults: faultOf(effect.refusal) }, 422);
    return showForm(c, { typed, effect: effect.value });
  }
  const given = addFlight(parts, personOf(c), read.wish);
  if (!given.ok) return showForm(c, { typed, faults: faultOf(given.refusal) }, 422);
  return c.redirect(`/traffic?from=${read.wish.from}&done=added&n=${given.value.effect.placed}`, 303);
}

function stop(c: WebContext) {
  const app = c.get('app');
  const flight = getFlight(app.catalogue.rows, personOf(c), c.req.param('flightId') ?? '');
  unwrap(stopFlight(trafficParts(app), personOf(c), flight.id));
  return c.redirect('/traffic/flights?done=stopped', 303);
}

function showRelease(c: WebContext) {
  const day = dayFrom(c.req.query('day'), addDays(todayOf(c), 1));
  return c.html(<ReleasePage context={pageContext(c)} view={viewRelease(c, day)} />);
}

const releaseForm = z.object({ day: z.string().refine((text) => parseBroadcastDay(text) !== undefined) });

async function release(c: WebContext) {
  const day = broadcastDay(releaseForm.parse(await c.req.parseBody()).day);
  const released = releaseDay(trafficParts(c.get('app')), personOf(c), { day });
  if (!released.ok) {
    const view = viewRelease(c, day, released.refusal);
    return c.html(<ReleasePage context={pageContext(c)} view={view} />, 422);
  }
  return c.redirect(`/traffic?from=${day}&done=released&n=${released.value.released}`, 303);
}

const done = z.object({
  done: z.enum(['added', 'stopped', 'released']),
  n: z.coerce.number().int().min(0).optional(),
});

/** What the act before said by its redirect. */
function doneOf(c: WebContext): Done | undefined {
  const said = done.safeParse(c.req.query());
  if (!said.success) return undefined;
  return { text: c.get('t')(`traffic.done.${said.data.done}`, { n: said.data.n ?? 0 }) };
}

const moved = z.object({
  done: z.enum(['moved', 'unlocked']),
  play: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,60}$/)
    .optional(),
  /** Where it was locked before; without, it was the planner's. */
  day: z
    .string()
    .refine((text) => parseBroadcastDay(text) !== undefined)
    .optional(),
  break: z.string().max(120).optional(),
});

/** A move's undo: back to where a person had put it before, else back to the planner. */
function moveDone(c: WebContext): Done | undefined {
  const said = moved.safeParse(c.req.query());
  if (!said.success) return undefined;
  const { done: act, play, day, break: adBreak } = said.data;
  const text = c.get('t')(`move.done.${act}`);
  if (act === 'unlocked' || !play) return { text };
  const back = day && adBreak ? `move?${new URLSearchParams({ day, break: adBreak })}` : 'unlock';
  return { text, undoAction: `/traffic/plays/${play}/${back}` };
}
