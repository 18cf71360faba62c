import { addDays, type BroadcastDay, broadcastDayOf } from '../../kernel/broadcast-day.ts';
import {
  countBySpot,
  findSilentDays,
  listSpotDays,
  type MonthSpan,
  type SpotCounts,
  type SpotDays,
} from '../airing/index.ts';
import type { DeliveryParts } from '../delivery/index.ts';
import { type District, listDistricts, listOperators, type Operator } from '../directory/index.ts';

export interface Asker {
  readonly districts: readonly string[];
}

/** What the catalogue says of a month, read once for all parts of the page. */
export interface MonthFacts {
  readonly span: MonthSpan;
  /** The last day of which anything can be said: today, or the month's last. */
  readonly until: BroadcastDay;
  readonly districts: readonly District[];
  readonly operators: readonly Operator[];
  /** Every spot of these districts that was ever sent. */
  readonly spots: readonly SpotDays[];
  /** Spots of other districts that ran on the channels in reach. */
  readonly guests: readonly SpotDays[];
  /** Plays of the month on the channels in reach, of whatever spots. */
  readonly plays: readonly SpotCounts[];
  /** Days that are over, and whose morning after is, of which an operator has not said a word. */
  readonly silent: readonly { readonly operatorId: string; readonly day: string }[];
}

export function readMonthFacts(parts: DeliveryParts, asker: Asker, span: MonthSpan): MonthFacts {
  const { rows } = parts.catalogue;
  const today = broadcastDayOf(parts.clock.now(), parts.config.dayClock);
  const last = addDays(span.until, -1);
  const until = today < last ? today : last;
  const operators = listOperators(rows, asker.districts);
  const operatorIds = operators.map((operator) => operator.id);
  const spots = listSpotDays(parts, asker);
  const plays = countBySpot(parts, operatorIds, span);
  const own = new Set(spots.map((spot) => spot.spot));
  const foreign = new Set(plays.map((one) => one.spotId).filter((id) => !own.has(id)));
  return {
    span,
    until,
    districts: listDistricts(rows, asker.districts),
    operators,
    spots,
    guests: foreign.size > 0 ? listSpotDays(parts, { ids: [...foreign] }) : [],
    plays,
    // Today's plays, and yesterday's until somebody has had the morning, blame nobody.
    silent: findSilentDays(parts, operatorIds, { from: span.from, until: addDays(until, -1) }),
  };
}

export function isIn(span: MonthSpan, day: string | undefined): boolean {
  return day !== undefined && day >= span.from && day < span.until;
}
