import { type ChannelDay, type FilledBreak, findPlace, insertAt, isValidOn, playsOf } from './channel-day.ts';
import { chooseBreaks, type PlaceOption, type Spread } from './choose-breaks.ts';
import type { CutModel, FlightModel } from './plan-model.ts';
import type { Rotation } from './rotation.ts';

/** Places a flight's plays for the day, evenly over its window; gives how many are still missing. Locks count. */
export function placeFlight(day: ChannelDay, flight: FlightModel, rotation: Rotation): number {
  const wanted = flight.timesPerDay - playsOf(day, flight).length;
  if (wanted <= 0) return 0;
  const cuts = takeTurns(day, wanted, rotation);
  const optionsOf = new Map<CutModel, readonly PlaceOption[]>();
  for (const cut of new Set(cuts)) optionsOf.set(cut, listOptions(day, flight, cut));
  const spread = spreadPlays(day, flight, [...optionsOf.values()].flat());
  const chosen = chooseBreaks(
    cuts.map((cut) => optionsOf.get(cut) ?? []),
    spread,
    flight.gapFrames,
  );
  let placed = 0;
  cuts.forEach((cut, turn) => {
    const option = chosen[turn];
    if (option && putIn(day, option.filled, cut, flight)) placed += 1;
    else rotation.count(cut, -1);
  });
  return wanted - placed;
}

function takeTurns(day: ChannelDay, wanted: number, rotation: Rotation): CutModel[] {
  const cuts: CutModel[] = [];
  for (let turn = 0; turn < wanted; turn += 1) {
    const [cut] = rotation.inTurn((one) => isValidOn(one, day.day));
    if (!cut) break;
    rotation.count(cut, 1);
    cuts.push(cut);
  }
  return cuts;
}

function listOptions(day: ChannelDay, flight: FlightModel, cut: CutModel): PlaceOption[] {
  const options: PlaceOption[] = [];
  for (const order of day.channel.windows.get(flight) ?? []) {
    const filled = day.breaks[order];
    if (!filled) continue;
    const index = findPlace(day, filled, cut, flight);
    if (index >= 0) options.push({ order, filled, startFrames: startAt(filled, index), load: loadWith(filled, cut) });
  }
  return options;
}

/** When an item put at `index` would start. */
export function startAt(filled: FilledBreak, index: number): number {
  const before = filled.items[index - 1];
  return before ? before.startFrames + before.cut.lengthFrames : filled.adBreak.atFrames;
}

/** How full the break would be, 0 to 1. */
export function loadWith(filled: FilledBreak, cut: CutModel): number {
  return (filled.usedFrames + cut.lengthFrames) / filled.adBreak.lengthFrames;
}

export function putIn(day: ChannelDay, filled: FilledBreak, cut: CutModel, flight: FlightModel | null): boolean {
  const index = findPlace(day, filled, cut, flight);
  if (index < 0) return false;
  insertAt(day, filled, index, { cut, flight, lockedAt: null, startFrames: 0 });
  return true;
}

// 0.618…: the golden ratio strews the first play of many flights, channels and days over the window without clumps.
const STREW = 0.6180339887;

/** Evenly spaced times over the span of the options, less those that locks already serve. */
function spreadPlays(day: ChannelDay, flight: FlightModel, options: readonly PlaceOption[]): Spread {
  const starts = options.map((option) => option.startFrames);
  const first = starts.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const last = starts.reduce((a, b) => Math.max(a, b), 0);
  const seed = flight.index + Number(day.day.slice(8)) + day.channel.index;
  const phase = (seed * STREW) % 1;
  const step = (last - first) / flight.timesPerDay;
  const targets = Array.from({ length: flight.timesPerDay }, (_, turn) => first + step * (turn + phase));
  for (const play of playsOf(day, flight)) targets.splice(nearest(targets, play.startFrames), 1);
  return { targets, spacing: Math.max(1, step) };
}

function nearest(times: readonly number[], to: number): number {
  let best = 0;
  times.forEach((time, index) => {
    if (Math.abs(time - to) < Math.abs((times[best] ?? 0) - to)) best = index;
  });
  return best;
}
