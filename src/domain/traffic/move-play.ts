import { and, eq, inArray, isNull } from 'drizzle-orm';
import { addDays, type BroadcastDay, broadcastDay, type DayClock } from '../../kernel/broadcast-day.ts';
import type { Change, Rows } from '../../kernel/catalogue.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { type Decision, decided, unwrap } from '../../kernel/refusal.ts';
import type { Person } from '../accounts/index.ts';
import type { AdBreak, Channel } from '../directory/index.ts';
import { decideMove } from './decide-move.ts';
import { isPast } from './draft-logs.ts';
import { listReachedChannels } from './flight-channels.ts';
import { isRunningOn } from './flight-day.ts';
import { findFlight } from './flights.store.ts';
import { listLogHeads, listStanding, type Position } from './logs.store.ts';
import { planDays } from './plan-days.ts';
import { framesOfDay } from './plan-model.ts';
import { logPositions } from './traffic.table.ts';
import type { TrafficParts } from './traffic-parts.ts';

/** Where a play is to stand: a break of its own channel. */
export interface PlaceWish {
  readonly day: BroadcastDay;
  readonly breakId: string;
}

/** A standing play with its channel; throws NotFoundError when there is none in reach. */
export function getPlay(
  rows: Rows,
  by: Pick<Person, 'districts'>,
  positionId: string,
): { readonly play: Position; readonly channel: Channel } {
  const standing = and(eq(logPositions.id, positionId), isNull(logPositions.pulledAt));
  const play = rows.select().from(logPositions).where(standing).get();
  const channel = play && listReachedChannels(rows, by.districts).find(({ id }) => id === play.channelId);
  if (!play || !channel) throw new NotFoundError('play');
  return { play, channel };
}

/**
 * Puts a play where a person wants it and locks it there: planning counts it and leaves it while its order runs and its
 * film may be shown. Both days are planned anew around it at once, so that what is seen is what will be released.
 * Answers where it stood before.
 */
export function movePlay(
  { catalogue, dayClock }: Pick<TrafficParts, 'catalogue' | 'dayClock'>,
  by: Person,
  positionId: string,
  to: PlaceWish,
): Decision<Position> {
  return decided(() =>
    catalogue.change((change) => {
      const moment = { now: change.at, dayClock };
      const { play, channel } = getPlay(change.rows, by, positionId);
      unwrap(decideMove(factsOfMove(change.rows, { play, channel, to }, moment)));
      change.rows
        .delete(logPositions)
        .where(inArray(logPositions.id, listLoose(change.rows, play, to, moment)))
        .run();
      const place = { ...to, position: nextHeldPosition(change.rows, play, to, moment) };
      const lock = { lockedAt: change.at.toISOString(), lockedBy: by.id };
      change.rows
        .update(logPositions)
        .set({ ...place, ...lock })
        .where(eq(logPositions.id, play.id))
        .run();
      replan(change, channel, new Set([broadcastDay(play.day), to.day]), dayClock);
      const detail = { fromDay: play.day, fromBreak: play.breakId, toDay: to.day, toBreak: to.breakId };
      change.audit({ actor: by.id, act: 'play.move', subject: play.channelId, detail });
      return play;
    }),
  );
}

/** Gives a locked play back to the planner. */
export function unlockPlay(
  { catalogue, dayClock }: Pick<TrafficParts, 'catalogue' | 'dayClock'>,
  by: Person,
  positionId: string,
): Position {
  return catalogue.change((change) => {
    const { play, channel } = getPlay(change.rows, by, positionId);
    change.rows.update(logPositions).set({ lockedAt: null, lockedBy: null }).where(eq(logPositions.id, play.id)).run();
    replan(change, channel, new Set([broadcastDay(play.day)]), dayClock);
    change.audit({ actor: by.id, act: 'play.unlock', subject: play.channelId, detail: { day: play.day } });
    return play;
  });
}

function replan(change: Change, channel: Channel, days: ReadonlySet<BroadcastDay>, dayClock: DayClock): void {
  for (const from of days) planDays(change, { channels: [channel], from, until: addDays(from, 1), dayClock });
}

interface Moment {
  readonly now: Date;
  readonly dayClock: DayClock;
}

/** What the rule wants to know of a move. */
export function factsOfMove(
  rows: Rows,
  { play, channel, to }: { play: Position; channel: Channel; to: PlaceWish },
  moment: Moment,
): Parameters<typeof decideMove>[0] {
  const target = channel.breaks.find(({ id }) => id === to.breakId);
  const days = [play.day, to.day];
  const heads = days.flatMap((day) => listLogHeads(rows, daySpan(channel.id, broadcastDay(day))));
  const flight = play.flightId === null ? undefined : findFlight(rows, play.flightId);
  return {
    hasBreak: target !== undefined,
    isReleased: heads.some((head) => head.releasedAt !== null),
    isPast: isPast(play, moment) || (target !== undefined && isPast({ day: to.day, atFrame: startOf(target) }, moment)),
    isOrdered: flight?.state === 'active' && isRunningOn({ ...flight.wish, to: flight.wish.until }, to.day),
  };
}

export function startOf({ at }: Pick<AdBreak, 'at'>): number {
  return framesOfDay(at);
}

const daySpan = (channelId: string, day: BroadcastDay) => ({
  channelIds: [channelId],
  from: day,
  until: addDays(day, 1),
});

/** Other plays of the break that the planner may put elsewhere: they are planned anew behind the moved one. */
function listLoose(rows: Rows, play: Position, to: PlaceWish, moment: Moment): string[] {
  return listOthers(rows, play, to)
    .filter((other) => !isHeld(other, moment))
    .map((other) => other.id);
}

/** Behind what stands fast in the break, before all that does not. */
export function nextHeldPosition(rows: Rows, play: Position, to: PlaceWish, moment: Moment): number {
  const held = listOthers(rows, play, to).filter((other) => isHeld(other, moment));
  return Math.max(0, ...held.map((other) => other.position)) + 1;
}

function listOthers(rows: Rows, play: Position, to: PlaceWish): Position[] {
  const standing = listStanding(rows, daySpan(play.channelId, to.day));
  return standing.filter((other) => other.breakId === to.breakId && other.id !== play.id);
}

function isHeld(position: Position, moment: Moment): boolean {
  return position.lockedAt !== null || isPast(position, moment);
}
