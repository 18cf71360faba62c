import { isNotNull } from 'drizzle-orm';
import { addDays, broadcastDay, broadcastDayOf } from '../../kernel/broadcast-day.ts';
import type { Rows } from '../../kernel/catalogue.ts';
import type { DaySpan, DeliveryParts } from '../delivery/index.ts';
import { listChannels } from '../directory/index.ts';
import { cuts } from '../spots/spots.table.ts';
import {
  countPlanned,
  listSilentDays,
  listUncounted,
  type NewCount,
  type PlayCounts,
  sumCountedCuts,
  sumCountedDays,
  writeCounts,
} from './airing-counts.store.ts';
import { EVIDENCE } from './airing-day.ts';
import { type MatchedDay, matchPositions, type RecordedPosition } from './matched-days.ts';

export interface DayCounts extends PlayCounts {
  readonly operatorId: string;
  readonly day: string;
}

export interface SpotCounts extends PlayCounts {
  readonly operatorId: string;
  readonly channelId: string;
  readonly spotId: string;
}

const NOTHING: PlayCounts = {
  planned: 0,
  aired: 0,
  proved: 0,
  missing: 0,
  unknown: 0,
  listed: 0,
  airedFrames: 0,
  heard: false,
};

interface OpenCounts extends PlayCounts {
  readonly channelId: string;
  readonly day: string;
  readonly cutId: string;
}

/** What became of the plays of each operator and day; several rows may speak of one day. */
export function countByDay(parts: DeliveryParts, operatorIds: readonly string[], span: DaySpan): DayCounts[] {
  const { rows } = parts.catalogue;
  const owners = ownersOf(rows, operatorIds);
  const open = countOpen(parts, owners, span);
  const counted = sumCountedDays(rows, [...owners.keys()], span);
  return [...counted, ...open].map((one) => ({ ...one, operatorId: owners.get(one.channelId) ?? '' }));
}

/** What became of the plays of each channel and spot; several rows may speak of one pair. */
export function countBySpot(parts: DeliveryParts, operatorIds: readonly string[], span: DaySpan): SpotCounts[] {
  const { rows } = parts.catalogue;
  const owners = ownersOf(rows, operatorIds);
  const open = countOpen(parts, owners, span);
  const spots = spotsOfCuts(rows);
  return [...sumCountedCuts(rows, [...owners.keys()], span), ...open].map((one) => ({
    ...one,
    operatorId: owners.get(one.channelId) ?? '',
    spotId: spots.get(one.cutId) ?? '',
  }));
}

/** Days before `until` that are over and of which nobody has said a word, by operator. Asks countBySpot or countByDay first. */
export function findSilentDays(parts: DeliveryParts, operatorIds: readonly string[], span: DaySpan) {
  const { rows } = parts.catalogue;
  return listSilentDays(rows, [...ownersOf(rows, operatorIds).keys()], span);
}

function ownersOf(rows: Rows, operatorIds: readonly string[]): ReadonlyMap<string, string> {
  return new Map(listChannels(rows, operatorIds).map((channel) => [channel.id, channel.operatorId]));
}

function spotsOfCuts(rows: Rows): ReadonlyMap<string, string> {
  const all = rows.select({ id: cuts.id, spotId: cuts.spotId }).from(cuts).where(isNotNull(cuts.houseNumber)).all();
  return new Map(all.map(({ id, spotId }) => [id, spotId]));
}

/** Counts and keeps the days whose times are all over; answers the counts of those that still run or lie ahead. */
function countOpen(parts: DeliveryParts, owners: ReadonlyMap<string, string>, span: DaySpan): OpenCounts[] {
  const { catalogue, clock, config } = parts;
  const today = broadcastDayOf(clock.now(), config.dayClock);
  const uncounted = listUncounted(catalogue.rows, [...owners.keys()], span);
  const ahead = uncounted.filter(({ day }) => day > today);
  const begun = uncounted.filter(({ day }) => day <= today);
  const wanted = new Set(begun.map(keyOf));
  const matched = spansOf(begun, owners)
    .flatMap(({ operators, ...days }) => matchPositions(parts, operators, days))
    .filter((one) => wanted.has(keyOf(one)));
  const isOver = (day: Counted) => day.airings.positions.every(({ state }) => state !== 'planned');
  const over = matched.filter(isOver);
  // Counts are no act of anybody and can be made again: what is kept now need not be counted at the next look.
  if (over.length > 0)
    catalogue.keep((rows) => writeCounts(rows, over, over.flatMap(toRows), clock.now().toISOString()));
  return [...matched.filter((day) => !isOver(day)).flatMap(countsOf), ...countAhead(catalogue.rows, ahead, span)];
}

type Counted = MatchedDay<RecordedPosition>;

/** None of them has had its time, so they are counted without being looked at. */
function countAhead(
  rows: Rows,
  ahead: readonly { channelId: string; day: string }[],
  { until }: DaySpan,
): OpenCounts[] {
  if (ahead.length === 0) return [];
  const from = ahead.reduce((first, { day }) => (day < first ? day : first), until);
  const channelIds = [...new Set(ahead.map(({ channelId }) => channelId))];
  return countPlanned(rows, channelIds, { from, until }).map((one) => ({ ...NOTHING, ...one }));
}

function keyOf({ channelId, day }: { channelId: string; day: string }): string {
  return `${channelId} ${day}`;
}

/** Operators whose uncounted days lie between the same two days are matched together. */
function spansOf(days: readonly { channelId: string; day: string }[], owners: ReadonlyMap<string, string>) {
  const byOperator = Map.groupBy(days, ({ channelId }) => owners.get(channelId) ?? '');
  const edges = [...byOperator].map(([operatorId, own]) => {
    const its = own.map(({ day }) => day).sort();
    return { operatorId, from: its[0] ?? '', last: its.at(-1) ?? '' };
  });
  return [...Map.groupBy(edges, ({ from, last }) => `${from} ${last}`).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const until = addDays(broadcastDay(first.last), 1);
    return [{ from: first.from, until, operators: group.map(({ operatorId }) => operatorId) }];
  });
}

function countsOf({ channelId, day, isHeard, plays, airings: found }: Counted): OpenCounts[] {
  const airings = new Map(found.positions.map((one) => [one.position, one]));
  const counts = new Map<string, { -readonly [K in keyof OpenCounts]: OpenCounts[K] }>();
  for (const { id, cutId, lengthFrames } of plays) {
    const count = counts.get(cutId) ?? { ...NOTHING, channelId, day, cutId, heard: isHeard };
    counts.set(cutId, count);
    const airing = airings.get(id);
    count[airing?.state ?? 'unknown'] += 1;
    if (airing?.state !== 'aired' && airing?.state !== 'proved') continue;
    count.airedFrames += lengthFrames;
    if (airing.evidence === EVIDENCE.paper || airing.evidence === EVIDENCE.log) count.listed += 1;
  }
  return [...counts.values()];
}

function toRows(matched: Counted): NewCount[] {
  return countsOf(matched).map(({ planned: _, ...count }) => count);
}
