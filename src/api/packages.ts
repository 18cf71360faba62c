import { z } from 'zod';
import {
  buildDayPackage,
  comingDays,
  listOperatorFilms,
  listPackageDays,
  listReleasedLogs,
  type PackageDay,
} from '../domain/delivery/index.ts';
import { getOperator, listChannels, type Operator } from '../domain/directory/index.ts';
import { addDays, parseBroadcastDay } from '../kernel/broadcast-day.ts';
import { NotFoundError } from '../kernel/not-found.ts';
import { pageQuery, readCursor, writeCursor } from '../web/http/cursor.ts';
import { personOf, type Route, type WebContext } from '../web/http/route.ts';
import { messageIn } from '../web/locales/index.ts';

const seen = {
  who: ['traffic', 'airing', 'headOffice', 'auditor', 'admin'],
  owner: 'reach',
  kind: 'api',
  method: 'GET',
} as const;
const day = z.string().refine((text) => parseBroadcastDay(text) !== undefined, 'not a day (YYYY-MM-DD)');
const query = pageQuery.extend({
  operator: z.string().max(120).optional(),
  from: day.optional(),
  until: day.optional(),
});

/** What operators fetch: films, lists and checksums of a day. */
export const packageRoutes: readonly Route[] = [
  {
    ...seen,
    path: '/api/v1/packages',
    summary: 'Packages by day and operator (?operator=, ?from=, ?until= exclusive; today and six days without)',
    query,
    handler: list,
  },
  {
    ...seen,
    path: '/api/v1/packages/:operatorId/:day',
    summary: 'One package: its lists, and its files with size and SHA-256',
    handler: show,
  },
];

const lastSeen = z.object({ day: z.string(), operatorId: z.string() });

function list(c: WebContext) {
  const app = c.get('app');
  const { limit, cursor, operator, from, until } = query.parse(c.req.query());
  if (operator !== undefined) getOperator(app.catalogue.rows, personOf(c), operator);
  const coming = comingDays(app);
  const first = parseBroadcastDay(from ?? '');
  const span = { from: first ?? coming.from, until: until ?? (first ? addDays(first, 7) : coming.until) };
  const after = readCursor(cursor, lastSeen);
  const found = listPackageDays(app.catalogue.rows, personOf(c), { span, operatorId: operator, limit, after });
  const last = found.length === limit ? found.at(-1) : undefined;
  return c.json({
    items: found.map((one) => summarise(c, one)),
    next: last ? writeCursor({ day: last.day, operatorId: last.operatorId }) : null,
  });
}

function summarise(c: WebContext, { operatorId, day: on, changedAt, logs }: PackageDay) {
  const { rows } = c.get('app').catalogue;
  const films = filmsOf(c, getOperator(rows, personOf(c), operatorId), on);
  const bytes = films.reduce((sum, film) => sum + film.sizeBytes, 0);
  const waiting = films.filter((film) => film.state !== 'present').length;
  return { operator: operatorId, day: on, changedAt, logs, films: films.length, filmBytes: bytes, waiting };
}

function filmsOf(c: WebContext, operator: Operator, on: string) {
  const first = parseBroadcastDay(on);
  if (!first) throw new NotFoundError('day');
  return listOperatorFilms(c.get('app').catalogue.rows, operator, { from: first, until: addDays(first, 1) });
}

function show(c: WebContext) {
  const { rows } = c.get('app').catalogue;
  const operator = getOperator(rows, personOf(c), c.req.param('operatorId') ?? '');
  const on = parseBroadcastDay(c.req.param('day') ?? '');
  const language = c.get('language');
  const say = (key: string, params?: Readonly<Record<string, string | number>>) => messageIn(language, key, params);
  const made = on && buildDayPackage(rows, operator, { day: on, onlyNew: false, language, say });
  if (!on || !made) throw new NotFoundError('package');
  const channelIds = listChannels(rows, [operator.id]).map((channel) => channel.id);
  const logs = listReleasedLogs(rows, channelIds, { from: on, until: addDays(on, 1) });
  return c.json({
    operator: operator.id,
    day: on,
    changedAt: made.changedAt.toISOString(),
    logs: logs.map(({ channelId, version, changedAt }) => ({ channel: channelId, version, changedAt })),
    files: made.entries.map(({ path, sizeBytes, sha256 }) => ({ path, bytes: sizeBytes, sha256 })),
    films: filmsOf(c, operator, on).map(({ house, preset, file, sizeBytes, blob, first, kill, state }) => {
      return { house, file: `${preset}/${file}`, bytes: sizeBytes, sha256: blob, first, kill, state };
    }),
  });
}
