import { z } from 'zod';
import { dayAirings, getAsRun, listAsRuns, undoAsRun } from '../domain/airing/index.ts';
import { today } from '../domain/delivery/index.ts';
import { getOperator, listChannels, listOperators } from '../domain/directory/index.ts';
import { parseBroadcastDay } from '../kernel/broadcast-day.ts';
import { personOf, type Route, type WebContext } from '../web/http/route.ts';

const read = { who: 'signedIn', owner: 'reach', kind: 'api', method: 'GET' } as const;
const day = z.string().refine((text) => parseBroadcastDay(text) !== undefined, 'not a day (YYYY-MM-DD)');
const airingsQuery = z.object({ operator: z.string(), day: day.optional() });

/** Operators and what became of what they got. */
export const deliveryApiRoutes: readonly Route[] = [
  { ...read, path: '/api/v1/operators', summary: 'Active operators in reach, by name', handler: operators },
  { ...read, path: '/api/v1/channels', summary: 'Their channels with breaks', handler: channels },
  {
    ...read,
    path: '/api/v1/airings',
    summary: "What became of an operator's day (?operator=&day=)",
    query: airingsQuery,
    handler: airings,
  },
  { ...read, path: '/api/v1/as-runs', summary: 'The last 100 confirmation files', handler: asRuns },
  { ...read, path: '/api/v1/as-runs/:asRunId', summary: 'One confirmation file', handler: asRun },
  {
    ...read,
    method: 'POST',
    who: ['airing', 'admin'],
    path: '/api/v1/as-runs/:asRunId/undo',
    summary: 'Take a whole file back',
    handler: undo,
  },
];

function reach(c: WebContext) {
  return { rows: c.get('app').catalogue.rows, by: personOf(c) };
}

function operators(c: WebContext) {
  const { rows, by } = reach(c);
  const items = listOperators(rows, by.districts).map(({ id, name, district, phone, example, settings }) => {
    return { id, name, district, phone, example, delivery: settings.delivery, playlists: settings.playlists };
  });
  return c.json({ items });
}

function channels(c: WebContext) {
  const { rows, by } = reach(c);
  const own = listOperators(rows, by.districts).map((operator) => operator.id);
  return c.json({ items: listChannels(rows, own) });
}

function airings(c: WebContext) {
  const app = c.get('app');
  const { rows, by } = reach(c);
  const query = airingsQuery.parse(c.req.query());
  const operator = getOperator(rows, by, query.operator);
  const when = parseBroadcastDay(query.day ?? '') ?? today(app);
  const items = dayAirings(app, operator.id, when).map(({ channelId, isHeard, plays, airings: found }) => ({
    channel: channelId,
    heard: isHeard,
    plays: plays.map(({ id, house, atFrame, lengthFrames }, index) => {
      return { id, house, atFrame, lengthFrames, ...found.positions[index] };
    }),
    extra: found.extra.length,
    unnamed: found.unnamed.length,
  }));
  return c.json({ operator: operator.id, day: when, items });
}

function asRuns(c: WebContext) {
  const { rows, by } = reach(c);
  return c.json({ items: listAsRuns(rows, by, 100) });
}

function asRun(c: WebContext) {
  const { rows, by } = reach(c);
  return c.json(getAsRun(rows, by, c.req.param('asRunId') ?? ''));
}

function undo(c: WebContext) {
  undoAsRun(c.get('app'), personOf(c), c.req.param('asRunId') ?? '');
  return c.body(null, 204);
}
