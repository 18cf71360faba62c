import { broadcastDayOf, type DayClock } from '../../kernel/broadcast-day.ts';
import type { Rows } from '../../kernel/catalogue.ts';
import type { Decision } from '../../kernel/refusal.ts';
import type { Person } from '../accounts/index.ts';
import type { Channel } from '../directory/index.ts';
import { describeCut } from './airable-cuts.ts';
import type { UnplacedReason } from './channel-log.ts';
import { type DraftedLogs, draftLogs } from './draft-logs.ts';
import { decideFlight, type FlightWish, runningDays } from './flight.ts';
import { listReachedChannels, matchChannels } from './flight-channels.ts';
import { dayKey } from './logs.store.ts';

/** Plays of an order that find no place on a channel and why; `released`: the day's list is out already. */
export interface Missing {
  readonly channelId: string;
  readonly day: string;
  readonly missing: number;
  readonly reason: UnplacedReason | 'released';
}

/** What an order would do. `displaced`: plays of other orders that stand now and would go. */
export interface FlightEffect {
  readonly wanted: number;
  readonly placed: number;
  readonly channels: number;
  readonly days: number;
  readonly timesPerDay: number;
  readonly displaced: number;
  readonly missing: readonly Missing[];
}

/** A wish with all it needs: its channels by id, and whose district it belongs to. */
export interface ReadyFlight {
  readonly wish: FlightWish;
  readonly channels: readonly Channel[];
  readonly district: string;
}

interface Moment {
  readonly now: Date;
  readonly dayClock: DayClock;
}

// No id of ours has this form, so it can never be a kept order's.
const THOUGHT_OF = 'the order in question';

/** What the order would do if it were given now: "414 plays on 35 channels, 6 find no place". Changes nothing. */
export function previewFlight(
  parts: { readonly catalogue: { readonly rows: Rows }; readonly clock: { now(): Date }; readonly dayClock: DayClock },
  by: Person,
  wish: FlightWish,
): Decision<FlightEffect> {
  const { rows } = parts.catalogue;
  const moment = { now: parts.clock.now(), dayClock: parts.dayClock };
  const ready = readyFlight(rows, by, wish, moment);
  if (!ready.ok) return ready;
  const { channels, wish: asked } = ready.value;
  const extra = { id: THOUGHT_OF, wish: asked };
  const draft = draftLogs(rows, { channels, from: asked.from, until: asked.until, ...moment, extra });
  return { ok: true, value: countEffect(ready.value, draft, THOUGHT_OF) };
}

/** Asks the rule, and names the channels: what is matched today within the asker's reach is what the order is given. */
export function readyFlight(rows: Rows, by: Person, wish: FlightWish, moment: Moment): Decision<ReadyFlight> {
  const today = broadcastDayOf(moment.now, moment.dayClock);
  const cuts = wish.cuts.map(({ house }) => describeCut(rows, house, { districts: by.districts, today }));
  const channels = matchChannels(listReachedChannels(rows, by.districts), wish.channels);
  const decision = decideFlight(wish, { today, cuts, channels: channels.length });
  if (!decision.ok) return decision;
  const ids = channels.map((channel) => channel.id);
  const named = { ...wish, channels: { ids, operators: [], districts: [], tags: [] } };
  return { ok: true, value: { wish: named, channels, district: cuts[0]?.district ?? '' } };
}

/** Counts what a draft makes of one order. */
export function countEffect({ wish, channels }: ReadyFlight, draft: DraftedLogs, flightId: string): FlightEffect {
  const days = runningDays(wish);
  const missing = [...missingOnReleased(wish, channels, draft), ...missingOnDrafted(draft, flightId)];
  const wanted = channels.length * days.length * wish.timesPerDay;
  const lost = missing.reduce((sum, one) => sum + one.missing, 0);
  return {
    wanted,
    placed: wanted - lost,
    channels: channels.length,
    days: days.length,
    timesPerDay: wish.timesPerDay,
    displaced: countDisplaced(draft, flightId),
    missing,
  };
}

function missingOnReleased(wish: FlightWish, channels: readonly Channel[], { released }: DraftedLogs): Missing[] {
  return channels.flatMap(({ id: channelId }) =>
    runningDays(wish)
      .filter((day) => released.has(dayKey({ channelId, day })))
      .map((day) => ({ channelId, day, missing: wish.timesPerDay, reason: 'released' as const })),
  );
}

function missingOnDrafted({ unplaced, released }: DraftedLogs, flightId: string): Missing[] {
  return unplaced
    .filter((one) => one.flight === flightId && !released.has(dayKey({ channelId: one.channel, day: one.day })))
    .map(({ channel, day, missing, reason }) => ({ channelId: channel, day, missing, reason }));
}

function countDisplaced({ logs, released, standing }: DraftedLogs, flightId: string): number {
  const before = standing.filter((position) => !released.has(dayKey(position))).length;
  const after = logs
    .filter(({ channel, day }) => !released.has(dayKey({ channelId: channel, day })))
    .reduce((sum, log) => sum + log.positions.filter((position) => position.flight !== flightId).length, 0);
  return Math.max(0, before - after);
}
