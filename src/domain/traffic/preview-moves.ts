import { addDays, type BroadcastDay, broadcastDay, broadcastDayOf, listDays } from '../../kernel/broadcast-day.ts';
import type { Person } from '../accounts/index.ts';
import type { Rule } from './channel-log.ts';
import { decideMove } from './decide-move.ts';
import { type DraftedLogs, draftLogs } from './draft-logs.ts';
import { isRunningOn } from './flight-day.ts';
import { findFlight } from './flights.store.ts';
import { listLogHeads } from './logs.store.ts';
import { factsOfMove, getPlay, nextHeldPosition, startOf } from './move-play.ts';
import type { TrafficParts } from './traffic-parts.ts';

/** A break that a play could be put into, and what that would do. */
export interface PlacePreview {
  readonly breakId: string;
  /** Frames of the day; how full the break is now, 0–1 or more. */
  readonly atFrame: number;
  readonly load: number;
  /** Rules that the play would break there, each once. */
  readonly broken: readonly Rule[];
  /** Plays of the day that would find no place any more. */
  readonly lost: number;
}

/** Every break of a day that is open to a play, with what standing there would break; the day is planned once for each. Nothing is changed. */
export function previewMoves(
  { catalogue, clock, dayClock }: TrafficParts,
  by: Person,
  wish: { readonly positionId: string; readonly day: BroadcastDay },
): PlacePreview[] {
  const { rows } = catalogue;
  const moment = { now: clock.now(), dayClock };
  const { play, channel } = getPlay(rows, by, wish.positionId);
  const span = { channels: [channel], from: wish.day, until: addDays(wish.day, 1), ...moment };
  const now = draftLogs(rows, span);
  return [...channel.breaks]
    .sort((a, b) => startOf(a) - startOf(b))
    .flatMap((adBreak) => {
      const to = { day: wish.day, breakId: adBreak.id };
      if (!decideMove(factsOfMove(rows, { play, channel, to }, moment)).ok) return [];
      const moved = { ...play, ...to, position: nextHeldPosition(rows, play, to, moment), lockedAt: 'thought of' };
      const draft = draftLogs(rows, { ...span, moved });
      const used = now.standing
        .filter((one) => one.breakId === adBreak.id)
        .reduce((sum, one) => sum + one.lengthFrames, 0);
      return {
        breakId: adBreak.id,
        atFrame: startOf(adBreak),
        load: used / adBreak.lengthFrames,
        broken: newlyBroken(now, draft),
        lost: Math.max(0, countUnplaced(draft) - countUnplaced(now)),
      };
    });
}

function newlyBroken(now: DraftedLogs, then: DraftedLogs): Rule[] {
  const nameOf = (one: DraftedLogs['broken'][number]) => [one.rule, one.break, one.position, one.cut].join(' ');
  const known = new Set(now.broken.map(nameOf));
  return [...new Set(then.broken.filter((one) => !known.has(nameOf(one))).map((one) => one.rule))];
}

function countUnplaced({ unplaced }: DraftedLogs): number {
  return unplaced.reduce((sum, one) => sum + one.missing, 0);
}

// A play is moved about its own week, not about the year.
const DAYS_AHEAD = 8;

/** Days that are open to a play: its order runs, the channel's list is not out, and they are not over. */
export function listMoveDays(
  { catalogue, clock, dayClock }: TrafficParts,
  by: Person,
  positionId: string,
): BroadcastDay[] {
  const { rows } = catalogue;
  const { play, channel } = getPlay(rows, by, positionId);
  const flight = play.flightId === null ? undefined : findFlight(rows, play.flightId);
  if (flight?.state !== 'active') return [];
  const { from, until: to, days } = flight.wish;
  const today = broadcastDayOf(clock.now(), dayClock);
  const span = { channelIds: [channel.id], from: today, until: addDays(broadcastDay(play.day), DAYS_AHEAD) };
  const released = new Set(listLogHeads(rows, span).flatMap((log) => (log.releasedAt ? [log.day] : [])));
  return listDays(span.from, span.until).filter((day) => isRunningOn({ from, to, days }, day) && !released.has(day));
}
