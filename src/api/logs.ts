import { z } from 'zod';
import { getOperator } from '../domain/directory/index.ts';
import { type DayLog, listLog, listOperatorLogs, listReachedChannels, releaseDay } from '../domain/traffic/index.ts';
import { broadcastDay, parseBroadcastDay } from '../kernel/broadcast-day.ts';
import { frames } from '../kernel/frames.ts';
import { NotFoundError } from '../kernel/not-found.ts';
import { unwrap } from '../kernel/refusal.ts';
import { formatTimecode } from '../kernel/timecode.ts';
import { readJson } from '../web/http/read-json.ts';
import { personOf, type Route, type WebContext } from '../web/http/route.ts';
import { trafficParts } from '../web/traffic/traffic-parts.ts';

const day = z
  .string()
  .refine((text) => parseBroadcastDay(text) !== undefined, 'not a day (YYYY-MM-DD)')
  .transform((text) => broadcastDay(text));
const query = z
  .object({ day, channel: z.string().max(120).optional(), operator: z.string().max(120).optional() })
  .refine(({ channel, operator }) => (channel === undefined) !== (operator === undefined), 'one of channel, operator');
const release = z.object({ day, channels: z.array(z.string().max(120)).max(5000).optional() });

export const logRoutes: readonly Route[] = [
  {
    who: ['traffic', 'admin', 'airing', 'headOffice', 'auditor'],
    owner: 'reach',
    kind: 'api',
    method: 'GET',
    path: '/api/v1/logs',
    summary: 'Logs of a day: of a channel, or of all channels of an operator',
    query,
    handler: list,
  },
  {
    who: ['traffic', 'admin'],
    owner: 'reach',
    kind: 'api',
    method: 'POST',
    path: '/api/v1/logs/release',
    summary: 'Release a day’s logs to the operators (all channels in reach, or these)',
    body: release,
    handler: releaseLogs,
  },
];

function list(c: WebContext) {
  const { day: on, channel, operator } = query.parse(c.req.query());
  const { rows } = c.get('app').catalogue;
  if (operator !== undefined)
    return c.json({ items: listOperatorLogs(rows, getOperator(rows, personOf(c), operator).id, on).map(answerLog) });
  const reached = listReachedChannels(rows, personOf(c).districts).find(({ id }) => id === channel);
  if (!reached) throw new NotFoundError('channel');
  const log = listLog(rows, reached.id, on);
  return c.json({ items: log ? [answerLog(log)] : [] });
}

async function releaseLogs(c: WebContext) {
  const wish = release.parse(await readJson(c));
  const order = { day: wish.day, channelIds: wish.channels };
  return c.json(unwrap(releaseDay(trafficParts(c.get('app')), personOf(c), order)));
}

function answerLog({ channelId, day: on, version, releasedAt, changedAt, positions }: DayLog) {
  return {
    channel: channelId,
    day: on,
    version,
    releasedAt,
    changedAt,
    positions: positions.map(({ id, breakId, position, atFrame, house, flightId, lengthFrames, ...rest }) => ({
      id,
      break: breakId,
      position,
      at: formatTimecode(frames(atFrame)),
      cut: house,
      flight: flightId,
      lengthFrames,
      pulledAt: rest.pulledAt,
      pulledReason: rest.pulledReason,
    })),
  };
}
