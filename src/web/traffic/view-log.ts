import type { AdBreak, Channel } from '../../domain/directory/index.ts';
import { findSpot } from '../../domain/spots/index.ts';
import { type ListedPosition, listLog, listReachedChannels } from '../../domain/traffic/index.ts';
import type { BroadcastDay } from '../../kernel/broadcast-day.ts';
import { frames } from '../../kernel/frames.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { formatTimecode } from '../../kernel/timecode.ts';
import { formatLength } from '../frame/format.ts';
import { personOf, type WebContext } from '../http/route.ts';
import type { LogBreakView, LogPageView, LogPlayView } from './log-page.tsx';

/** One channel's day; throws NotFoundError when the channel is not in reach. */
export function viewLog(c: WebContext, channelId: string, day: BroadcastDay): LogPageView {
  const { rows } = c.get('app').catalogue;
  const channel = listReachedChannels(rows, personOf(c).districts).find(({ id }) => id === channelId);
  if (!channel) throw new NotFoundError('channel');
  const log = listLog(rows, channel.id, day);
  const byBreak = Map.groupBy(log?.positions ?? [], (position) => position.breakId);
  return {
    channel: channel.name,
    day,
    backHref: `/traffic?from=${day}`,
    released: log?.releasedAt != null,
    breaks: breaksInOrder(channel).map((adBreak) => viewBreak(c, adBreak, byBreak.get(adBreak.id) ?? [])),
  };
}

function breaksInOrder(channel: Channel): AdBreak[] {
  return [...channel.breaks].sort((a, b) => a.at.localeCompare(b.at));
}

function viewBreak(c: WebContext, adBreak: AdBreak, positions: readonly ListedPosition[]): LogBreakView {
  const standing = positions.filter((position) => !position.pulledAt);
  const used = standing.reduce((sum, position) => sum + position.lengthFrames, 0);
  return {
    at: adBreak.at.slice(0, 5),
    fill: adBreak.lengthFrames > 0 ? used / adBreak.lengthFrames : 0,
    plays: positions.map((position) => viewPlay(c, position)),
  };
}

function viewPlay(c: WebContext, position: ListedPosition): LogPlayView {
  const t = c.get('t');
  const reason = position.pulledReason === 'department' ? 'log.pulled.department' : 'log.pulled.consent';
  return {
    at: formatTimecode(frames(position.atFrame)).slice(0, 8),
    house: position.house,
    name: findSpot(c.get('app').catalogue.rows, position.spotId)?.document.name ?? position.house,
    length: formatLength(frames(position.lengthFrames)),
    pulled: position.pulledAt ? t(reason) : undefined,
  };
}
