import { z } from 'zod';
import {
  addFlight,
  type Flight,
  type FlightEffect,
  flightWish,
  getFlight,
  listFlights,
  previewFlight,
  stopFlight,
} from '../domain/traffic/index.ts';
import { unwrap } from '../kernel/refusal.ts';
import { pageQuery, readCursor, writeCursor } from '../web/http/cursor.ts';
import { readJson } from '../web/http/read-json.ts';
import { personOf, type Route, type WebContext } from '../web/http/route.ts';
import { trafficParts } from '../web/traffic/traffic-parts.ts';

const seen = { who: ['traffic', 'admin', 'headOffice', 'auditor'], owner: 'reach', kind: 'api' } as const;
const changed = { who: ['traffic', 'admin'], owner: 'reach', kind: 'api' } as const;

const missing = z.object({ channel: z.string(), day: z.string(), missing: z.number(), reason: z.string() });
const effectAnswer = z.object({
  wanted: z.number(),
  placed: z.number(),
  channels: z.number(),
  days: z.number(),
  timesPerDay: z.number(),
  displaced: z.number(),
  missing: z.array(missing),
});

export const flightRoutes: readonly Route[] = [
  {
    ...seen,
    method: 'GET',
    path: '/api/v1/flights',
    summary: 'Flights in reach, newest first',
    query: pageQuery,
    handler: list,
  },
  { ...seen, method: 'GET', path: '/api/v1/flights/:flightId', summary: 'One flight', handler: show },
  {
    ...changed,
    method: 'POST',
    path: '/api/v1/flights',
    summary: 'Give a flight and plan its days; `until` is exclusive',
    body: flightWish,
    handler: add,
  },
  {
    ...changed,
    method: 'POST',
    path: '/api/v1/flights/preview',
    summary: 'What a flight would do, without giving it',
    body: flightWish,
    answer: effectAnswer,
    handler: preview,
  },
  {
    ...changed,
    method: 'POST',
    path: '/api/v1/flights/:flightId/stop',
    summary: 'Stop a flight; released days stay',
    handler: stop,
  },
];

const lastSeen = z.object({ createdAt: z.string(), id: z.string() });

function list(c: WebContext) {
  const { limit, cursor } = pageQuery.parse(c.req.query());
  const after = readCursor(cursor, lastSeen);
  const flights = listFlights(c.get('app').catalogue.rows, personOf(c), { limit, ...(after ? { after } : {}) });
  const last = flights.length === limit ? flights.at(-1) : undefined;
  return c.json({
    items: flights.map(summarise),
    next: last ? writeCursor({ createdAt: last.createdAt, id: last.id }) : null,
  });
}

function show(c: WebContext) {
  return c.json(summarise(flightOf(c)));
}

async function add(c: WebContext) {
  const wish = flightWish.parse(await readJson(c));
  const { flightId, effect } = unwrap(addFlight(trafficParts(c.get('app')), personOf(c), wish));
  return c.json({ id: flightId, effect: answerEffect(effect) }, 201);
}

async function preview(c: WebContext) {
  const wish = flightWish.parse(await readJson(c));
  return c.json(answerEffect(unwrap(previewFlight(trafficParts(c.get('app')), personOf(c), wish))));
}

function stop(c: WebContext) {
  const { id } = flightOf(c);
  const { changed: logs } = unwrap(stopFlight(trafficParts(c.get('app')), personOf(c), id));
  return c.json({ ...summarise(flightOf(c)), changedLogs: logs });
}

function flightOf(c: WebContext): Flight {
  return getFlight(c.get('app').catalogue.rows, personOf(c), c.req.param('flightId') ?? '');
}

function summarise({ id, district, state, version, createdBy, createdAt, wish }: Flight) {
  return { id, district, state, version, createdBy, createdAt, ...wish };
}

function answerEffect({ missing: lost, ...counts }: FlightEffect): z.infer<typeof effectAnswer> {
  return { ...counts, missing: lost.map(({ channelId, ...one }) => ({ channel: channelId, ...one })) };
}
