import { type AirDays, listAirDays, type TrafficParts } from '../../domain/traffic/index.ts';
import { broadcastDayOf } from '../../kernel/broadcast-day.ts';
import type { ClipState } from './clip-card.tsx';

/** What the lists say of approved spots, one question for a whole page: on air, the next day, or nothing yet. */
export function approvedStates(
  { catalogue, config }: Pick<TrafficParts, 'catalogue'> & { readonly config: Pick<TrafficParts, 'dayClock'> },
  spotIds: readonly string[],
  now: Date,
): (spotId: string) => ClipState {
  const today = broadcastDayOf(now, config.dayClock);
  const days = listAirDays(catalogue.rows, spotIds, today);
  return (spotId) => stateOn(days.get(spotId), today);
}

function stateOn(days: AirDays | undefined, today: string): ClipState {
  if (!days) return { kind: 'approved' };
  const { firstDay, nextDay, playsToday, channelsToday } = days;
  if (playsToday > 0) return { kind: 'onAir', channels: channelsToday, playsToday, airingsHref: '/airing' };
  if (firstDay > today) return { kind: 'approved', firstDay };
  return nextDay ? { kind: 'approved', nextDay } : { kind: 'hasRun' };
}
