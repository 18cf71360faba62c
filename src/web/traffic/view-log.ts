import type { AdBreak, Channel } from '../../domain/directory/index.ts';
import { findSpot } from '../../domain/spots/index.ts';
import { isPast, type ListedPosition, listLog, listLogHeads, listReachedChannels } from '../../domain/traffic/index.ts';
import { addDays, type BroadcastDay } from '../../kernel/broadcast-day.ts';
import { frames } from '../../kernel/frames.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { formatTimecode } from '../../kernel/timecode.ts';
import { formatLength } from '../frame/format.ts';
import type { Done } from '../frame/toast.tsx';
import { personOf, type WebContext } from '../http/route.ts';
import type { LogBreakView, LogPageView, LogPlayView } from './log-page.tsx';
import { trafficParts } from './traffic-parts.ts';
import { todayOf, weekOf } from './week.ts';

/** One channel's day; throws NotFoundError when the channel is not in reach. */
export function viewLog(c: WebContext, channelId: string, day: BroadcastDay, done?: Done): LogPageView {
  const { rows } = c.get('app').catalogue;
  const channel = listReachedChannels(rows, personOf(c).districts).find(({ id }) => id === channelId);
  if (!channel) throw new NotFoundError('channel');
  const log = listLog(rows, channel.id, day);
  const byBreak = Map.groupBy(log?.positions ?? [], (position) => position.breakId);
  const released = log?.releasedAt != null;
  const mayMove = ['traffic', 'admin'].includes(personOf(c).role) && !released;
  return {
    channel: channel.name,
    day,
    backHref: `/traffic?from=${day}`,
    released,
    breaks: breaksInOrder(channel).map((adBreak) => viewBreak(c, adBreak, byBreak.get(adBreak.id) ?? [], mayMove)),
    days: viewDays(c, channel, day),
    islands: mayMove ? ['move.island.js'] : [],
    done,
  };
}

function viewDays(c: WebContext, { id }: Channel, day: BroadcastDay): LogPageView['days'] {
  const days = weekOf(day);
  const [from, last] = [days[0] ?? day, days[6] ?? day];
  const heads = listLogHeads(c.get('app').catalogue.rows, { channelIds: [id], from, until: addDays(last, 1) });
  const released = new Set(heads.flatMap((log) => (log.releasedAt ? [log.day] : [])));
  return days.map((one) => {
    const open = one >= todayOf(c) && !released.has(one);
    return { day: one, href: `/traffic/logs/${id}/${one}`, current: one === day, open };
  });
}

function breaksInOrder(channel: Channel): AdBreak[] {
  return [...channel.breaks].sort((a, b) => a.at.localeCompare(b.at));
}

function viewBreak(
  c: WebContext,
  adBreak: AdBreak,
  positions: readonly ListedPosition[],
  mayMove: boolean,
): LogBreakView {
  const standing = positions.filter((position) => !position.pulledAt);
  const used = standing.reduce((sum, position) => sum + position.lengthFrames, 0);
  return {
    id: adBreak.id,
    at: adBreak.at.slice(0, 5),
    fill: adBreak.lengthFrames > 0 ? used / adBreak.lengthFrames : 0,
    plays: positions.map((position) => viewPlay(c, position, mayMove)),
  };
}

function viewPlay(c: WebContext, position: ListedPosition, mayMove: boolean): LogPlayView {
  const t = c.get('t');
  const reason = position.pulledReason === 'department' ? 'log.pulled.department' : 'log.pulled.consent';
  return {
    at: formatTimecode(frames(position.atFrame)).slice(0, 8),
    house: position.house,
    name: findSpot(c.get('app').catalogue.rows, position.spotId)?.document.name ?? position.house,
    length: formatLength(frames(position.lengthFrames)),
    pulled: position.pulledAt ? t(reason) : undefined,
    locked: position.lockedAt !== null && !position.pulledAt,
    ...(mayMove && !position.pulledAt && !isOver(c, position) ? viewActs(position) : {}),
  };
}

function isOver(c: WebContext, position: ListedPosition): boolean {
  const { clock, dayClock } = trafficParts(c.get('app'));
  return isPast(position, { now: clock.now(), dayClock });
}

function viewActs({ id, lockedAt }: ListedPosition): Pick<LogPlayView, 'moveHref' | 'unlockAction'> {
  const play = `/traffic/plays/${id}`;
  return { moveHref: `${play}/move`, unlockAction: lockedAt ? `${play}/unlock` : undefined };
}
