import {
  addDays,
  type BroadcastDay,
  broadcastDay,
  broadcastDayOf,
  type DayClock,
  instantOf,
  listDays,
} from '../../kernel/broadcast-day.ts';
import type { Rows } from '../../kernel/catalogue.ts';
import { FRAME_RATE } from '../../kernel/frames.ts';
import type { Channel } from '../directory/index.ts';
import type { BrokenRule, ChannelLog, PlannedLogs, Unplaced } from './channel-log.ts';
import { DAYPARTS, findDaypart } from './dayparts.ts';
import type { FlightWish } from './flight.ts';
import { gatherOrders, type Orders } from './gather-orders.ts';
import { dayKey, listLogHeads, listStanding, type Position } from './logs.store.ts';
import { planLogs } from './plan-logs.ts';
import type { Plan, PlanChannel, PlanCut, PlanLock } from './plan-schema.ts';

/** `until` exclusive; days before today are left out. `extra` is an order that is only being thought of. */
export interface DraftWish {
  readonly channels: readonly Channel[];
  readonly from: BroadcastDay;
  readonly until: BroadcastDay;
  readonly now: Date;
  readonly dayClock: DayClock;
  readonly extra?: { readonly id: string; readonly wish: FlightWish };
  /** A play as it would stand elsewhere, only thought of. */
  readonly moved?: Position;
}

/** What all running orders would make of these days. */
export interface DraftedLogs {
  readonly logs: readonly ChannelLog[];
  readonly unplaced: readonly Unplaced[];
  /** `dayKey`s of the days that are out already: their logs stand as released, whatever is drafted. */
  readonly released: ReadonlySet<string>;
  readonly standing: readonly Position[];
  readonly withoutCuts: readonly string[];
  /** Where a log breaks a rule because a person put a play there. */
  readonly broken: readonly BrokenRule[];
}

/**
 * Gathers orders, the cuts that may run and what stands, and plans. What is past of today, and every released position,
 * goes in as a lock: the planner counts it and leaves it. Changes nothing.
 */
export function draftLogs(rows: Rows, wish: DraftWish): DraftedLogs {
  const today = broadcastDayOf(wish.now, wish.dayClock);
  const span = { ...wish, from: wish.from < today ? today : wish.from };
  const where = { channelIds: wish.channels.map((channel) => channel.id), from: span.from, until: span.until };
  const released = new Set(listLogHeads(rows, where).flatMap((log) => (log.releasedAt ? [dayKey(log)] : [])));
  const standing = withMoved(listStanding(rows, where), wish.moved);
  const orders = gatherOrders(rows, span, today);
  const locks = standing.filter(
    (position) => released.has(dayKey(position)) || isPast(position, wish) || isLocked(position, orders),
  );
  const parts = splitAtToday(span, today).map((days) => planStretch(days, { wish, today, orders, locks }));
  return {
    logs: parts.flatMap((part) => part.logs),
    unplaced: parts.flatMap((part) => part.unplaced),
    released,
    standing,
    withoutCuts: orders.withoutCuts,
    broken: parts.flatMap((part) => part.warnings.filter((one) => 'cut' in one)),
  };
}

function withMoved(standing: readonly Position[], moved: Position | undefined): readonly Position[] {
  return moved ? [...standing.filter((position) => position.id !== moved.id), moved] : standing;
}

/** A person's lock holds while its order runs and its film may be shown on the day: no lock keeps a consent alive. */
function isLocked({ lockedAt, flightId, cutId, day }: Position, { flights, cuts }: Orders): boolean {
  if (lockedAt === null || !flights.some((flight) => flight.id === flightId)) return false;
  return cuts.some((cut) => cut.id === cutId && (cut.notAfter == null || day < cut.notAfter));
}

/** Whether its planned time has come. */
export function isPast(
  position: Pick<Position, 'day' | 'atFrame'>,
  { now, dayClock }: { readonly now: Date; readonly dayClock: DayClock },
): boolean {
  return instantOf(broadcastDay(position.day), position.atFrame / FRAME_RATE, dayClock).getTime() <= now.getTime();
}

/** Today alone, for its hours so far are closed; then the rest. */
function splitAtToday(span: { from: BroadcastDay; until: BroadcastDay }, today: BroadcastDay): BroadcastDay[][] {
  const days = listDays(span.from, span.until);
  return [days.filter((day) => day === today), days.filter((day) => day > today)].filter((part) => part.length > 0);
}

interface Gathered {
  readonly wish: DraftWish;
  readonly today: BroadcastDay;
  readonly orders: Orders;
  readonly locks: readonly Position[];
}

function planStretch(days: readonly BroadcastDay[], { wish, today, orders, locks }: Gathered): PlannedLogs {
  const [from] = days;
  if (!from) throw new RangeError('a stretch without days');
  const blackout: Plan['channels'][number]['blackout'] =
    from === today ? [['00:00:00', timeOfDay(wish.now, today, wish.dayClock)]] : [];
  const last = addDays(from, days.length);
  const within = locks.filter((lock) => lock.day >= from && lock.day < last);
  const flights = new Set(orders.flights.map((flight) => flight.id));
  return planLogs({
    from,
    days: days.length,
    dayparts: DAYPARTS_OF_PLANS,
    separate: ['beneficiary', 'scheme'],
    channels: wish.channels.map((channel) => toPlanChannel(channel, blackout)),
    cuts: [...orders.cuts, ...cutsOfLocks(within, orders.cuts)],
    flights: [...orders.flights],
    locked: within.map((lock) => toLock(lock, flights)),
    fill: false,
  });
}

const DAYPARTS_OF_PLANS: Plan['dayparts'] = Object.fromEntries(
  Object.entries(DAYPARTS).map(([name, [start, end]]) => [name, [start, end]]),
);

function toPlanChannel({ id, operatorId, district, tags, breaks }: Channel, blackout: PlanChannel['blackout']) {
  return {
    id,
    operator: operatorId,
    district,
    tags: [...tags],
    blackout,
    breaks: breaks.map(({ id: breakId, at, lengthFrames, daypart }) => {
      const known = findDaypart(daypart);
      return { id: breakId, at, lengthFrames, ...(known ? { daypart: known } : {}) };
    }),
  };
}

/** A released cut may be none of the running orders' any more, and still takes its room. */
function cutsOfLocks(locks: readonly Position[], known: readonly PlanCut[]): PlanCut[] {
  const ids = new Set(known.map((cut) => cut.id));
  const others = new Map(locks.filter((lock) => !ids.has(lock.cutId)).map((lock) => [lock.cutId, lock.lengthFrames]));
  return [...others].map(([id, lengthFrames]) => ({ id, lengthFrames, evergreen: false }));
}

function toLock(lock: Position, flights: ReadonlySet<string>): PlanLock {
  const { channelId, day, breakId, position, cutId, flightId } = lock;
  const flight = flightId !== null && flights.has(flightId) ? flightId : null;
  return { channel: channelId, day, break: breakId, position, cut: cutId, flight };
}

/** `HH:MM:SS` of the broadcast day; may pass 24:00. */
function timeOfDay(now: Date, day: BroadcastDay, dayClock: DayClock): string {
  const seconds = Math.floor((now.getTime() - instantOf(day, 0, dayClock).getTime()) / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
