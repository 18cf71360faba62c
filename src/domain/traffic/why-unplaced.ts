import {
  type ChannelDay,
  emptyDay,
  type FilledBreak,
  findPlace,
  insertAt,
  isValidOn,
  playsOf,
  sharesKey,
} from './channel-day.ts';
import { UNPLACED_REASONS, type UnplacedReason } from './channel-log.ts';
import { startAt } from './place-flight.ts';
import type { CutModel, FlightModel } from './plan-model.ts';

/** Why no further play of a flight found a place on this day: of all obstacles the first in the list's order. */
export function explainUnplaced(day: ChannelDay, flight: FlightModel): UnplacedReason {
  if (day.channel.breaks.length === 0) return 'no-break';
  const orders = day.channel.windows.get(flight) ?? [];
  const cuts = flight.cuts.flatMap(({ cut }) => (isValidOn(cut, day.day) ? [cut] : []));
  if (orders.length === 0 || cuts.length === 0) return 'window';
  const unlocked = withoutLocks(day);
  const found = new Set<UnplacedReason>();
  for (const order of orders) {
    const [filled, free] = [day.breaks[order], unlocked.breaks[order]];
    if (!filled || !free) continue;
    for (const cut of cuts) {
      if (findPlace(unlocked, free, cut, flight) >= 0) found.add('locked');
      else for (const obstacle of listObstacles(day, filled, cut, flight)) found.add(obstacle);
    }
  }
  return UNPLACED_REASONS.find((reason) => found.has(reason)) ?? 'window';
}

function withoutLocks(day: ChannelDay): ChannelDay {
  const free = emptyDay(day.channel, day.day);
  day.breaks.forEach((filled, order) => {
    const target = free.breaks[order];
    if (!target) return;
    for (const item of filled.items)
      if (item.lockedAt === null) insertAt(free, target, target.items.length, { ...item });
  });
  return free;
}

function listObstacles(day: ChannelDay, filled: FilledBreak, cut: CutModel, flight: FlightModel): UnplacedReason[] {
  const found = new Set<UnplacedReason>();
  if (filled.usedFrames + cut.lengthFrames > filled.adBreak.lengthFrames) found.add('length');
  const faults = filled.items.map((_, index) => faultsAt(day, filled, index, cut, flight));
  faults.push(faultsAt(day, filled, filled.items.length, cut, flight));
  if (faults.every((list) => list.length > 0)) for (const fault of faults.flat()) found.add(fault);
  // Every rule holds at some place, yet none takes it: it would push a neighbour into its own gap or a closed hour.
  if (found.size === 0) found.add('window');
  return [...found];
}

function faultsAt(
  day: ChannelDay,
  filled: FilledBreak,
  index: number,
  cut: CutModel,
  flight: FlightModel,
): UnplacedReason[] {
  const start = startAt(filled, index);
  const isNear = playsOf(day, flight).some((play) => Math.abs(play.startFrames - start) < flight.gapFrames);
  const neighbours = [filled.items[index - 1], filled.items[index]];
  const isShared = neighbours.some((item) => item !== undefined && sharesKey(item.cut, cut));
  return [...(isNear ? (['gap'] as const) : []), ...(isShared ? (['separation'] as const) : [])];
}
