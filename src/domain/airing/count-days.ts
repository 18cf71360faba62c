import { broadcastDayOf } from '../../kernel/broadcast-day.ts';
import type { DaySpan, DeliveryParts } from '../delivery/index.ts';
import {
  countAhead,
  type DayCounts,
  listUncounted,
  type NewCount,
  type PlayCounts,
  type SpotCounts,
  sumCountedDays,
  sumCountedSpots,
  writeCounts,
} from './airing-counts.store.ts';
import { EVIDENCE } from './airing-day.ts';
import { type MatchedDay, matchDays } from './matched-days.ts';

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
  readonly operatorId: string;
  readonly channelId: string;
  readonly day: string;
  readonly spotId: string;
}

interface CutCounts extends OpenCounts {
  readonly cutId: string;
}

/** What became of the plays of each operator and day; several rows may speak of one day. */
export function countByDay(parts: DeliveryParts, operatorIds: readonly string[], span: DaySpan): DayCounts[] {
  const open = countOpen(parts, operatorIds, span);
  return [...sumCountedDays(parts.catalogue.rows, operatorIds, span), ...open];
}

/** What became of the plays of each channel and spot; several rows may speak of one pair. */
export function countBySpot(parts: DeliveryParts, operatorIds: readonly string[], span: DaySpan): SpotCounts[] {
  const open = countOpen(parts, operatorIds, span);
  return [...sumCountedSpots(parts.catalogue.rows, operatorIds, span), ...open];
}

/** Counts and keeps the days whose times are all over; answers the counts of those that still run or lie ahead. */
function countOpen(parts: DeliveryParts, operatorIds: readonly string[], span: DaySpan): OpenCounts[] {
  const { catalogue, clock, config } = parts;
  const last = broadcastDayOf(clock.now(), config.dayClock);
  const uncounted = listUncounted(catalogue.rows, operatorIds, { ...span, last });
  const wanted = new Set(uncounted.map(keyOf));
  const matched = spansOf(uncounted)
    .flatMap(({ operators, ...days }) => matchDays(parts, operators, days))
    .filter((one) => wanted.has(keyOf(one)));
  const isOver = (day: MatchedDay) => day.airings.positions.every(({ state }) => state !== 'planned');
  const over = matched.filter(isOver);
  const running = matched.filter((day) => !isOver(day)).flatMap(countsOf);
  // Counts are no act of anybody and can be made again: what is kept now need not be counted at the next look.
  if (over.length > 0)
    catalogue.keep((rows) => writeCounts(rows, over, over.flatMap(toRows), clock.now().toISOString()));
  const ahead = countAhead(catalogue.rows, operatorIds, { ...span, last });
  return [...running, ...ahead.map((one) => ({ ...NOTHING, ...one }))];
}

function keyOf({ channelId, day }: { channelId: string; day: string }): string {
  return `${channelId} ${day}`;
}

/** Operators whose uncounted days lie between the same two days are matched together. */
function spansOf(uncounted: readonly { operatorId: string; day: string }[]) {
  const byOperator = Map.groupBy(uncounted, ({ operatorId }) => operatorId);
  const spans = Map.groupBy([...byOperator], ([, days]) => `${days[0]?.day} ${days.at(-1)?.day}`);
  return [...spans].map(([key, members]) => {
    const [from = '', last = ''] = key.split(' ');
    // Days are text: whatever follows the last one's text is after it.
    return { from, until: `${last}~`, operators: members.map(([operatorId]) => operatorId) };
  });
}

function countsOf(matched: MatchedDay): CutCounts[] {
  const { operatorId, channelId, day, isHeard } = matched;
  const airings = new Map(matched.airings.positions.map((one) => [one.position, one]));
  const counts = new Map<string, { -readonly [K in keyof CutCounts]: CutCounts[K] }>();
  for (const play of matched.plays) {
    const { spotId, cutId } = play;
    const count = counts.get(cutId) ?? { ...NOTHING, operatorId, channelId, day, spotId, cutId, heard: isHeard };
    counts.set(cutId, count);
    const airing = airings.get(play.id);
    count[airing?.state ?? 'unknown'] += 1;
    if (airing?.state !== 'aired' && airing?.state !== 'proved') continue;
    count.airedFrames += play.lengthFrames;
    if (airing.evidence === EVIDENCE.paper || airing.evidence === EVIDENCE.log) count.listed += 1;
  }
  return [...counts.values()];
}

function toRows(matched: MatchedDay): NewCount[] {
  return countsOf(matched).map(({ planned: _, operatorId: __, spotId: ___, ...count }) => count);
}
