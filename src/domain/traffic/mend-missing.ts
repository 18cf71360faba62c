import {
  type ChannelDay,
  type FilledBreak,
  findPlace,
  insertAt,
  isSoundFrom,
  isValidOn,
  playsOf,
  removeAt,
} from './channel-day.ts';
import { loadWith, putIn, startAt } from './place-flight.ts';
import type { CutModel, FlightModel } from './plan-model.ts';
import type { Rotation } from './rotation.ts';

/** One more play of a flight, in any cut of it: where there is room, else by moving one neighbour to another break. */
export function placeOneMore(day: ChannelDay, flight: FlightModel, rotation: Rotation): boolean {
  for (const cut of rotation.inTurn((one) => isValidOn(one, day.day))) {
    const filled = roomiest(day, flight, cut);
    if ((filled && putIn(day, filled, cut, flight)) || makeRoom(day, flight, cut)) {
      rotation.count(cut, 1);
      return true;
    }
  }
  return false;
}

function openBreaks(day: ChannelDay, flight: FlightModel): FilledBreak[] {
  return (day.channel.windows.get(flight) ?? []).flatMap((order) => day.breaks[order] ?? []);
}

// Far from the flight's other plays counts as much as an empty break does; 6 hours away is far enough.
const FAR_FRAMES = 6 * 3600 * 25;

function roomiest(day: ChannelDay, flight: FlightModel, cut: CutModel): FilledBreak | undefined {
  let best: { filled: FilledBreak; cost: number } | undefined;
  for (const filled of openBreaks(day, flight)) {
    const index = findPlace(day, filled, cut, flight);
    if (index < 0) continue;
    const start = startAt(filled, index);
    const away = playsOf(day, flight).map((play) => Math.abs(play.startFrames - start));
    const cost = loadWith(filled, cut) - Math.min(FAR_FRAMES, ...away) / FAR_FRAMES;
    if (!best || cost < best.cost) best = { filled, cost };
  }
  return best?.filled;
}

function makeRoom(day: ChannelDay, flight: FlightModel, cut: CutModel): boolean {
  const rooms = day.breaks.map(({ adBreak, usedFrames }) => adBreak.lengthFrames - usedFrames);
  const largest = Math.max(0, ...rooms);
  return openBreaks(day, flight).some((filled) => {
    if (!mayKeepGap(day, filled, flight)) return false;
    for (let index = 0; index < filled.items.length; index += 1) {
      const out = filled.items[index]?.cut.lengthFrames ?? 0;
      if (out > largest || filled.usedFrames - out + cut.lengthFrames > filled.adBreak.lengthFrames) continue;
      if (moveAway(day, filled, index, () => putIn(day, filled, cut, flight))) return true;
    }
    return false;
  });
}

/** Whether some start within the break is far enough from the flight's other plays; false spares the tries. */
function mayKeepGap(day: ChannelDay, { adBreak }: FilledBreak, flight: FlightModel): boolean {
  return playsOf(day, flight).every((play) => {
    const sinceStart = Math.abs(play.startFrames - adBreak.atFrames);
    const sinceEnd = Math.abs(play.startFrames - adBreak.atFrames - adBreak.lengthFrames);
    return Math.max(sinceStart, sinceEnd) >= flight.gapFrames;
  });
}

/** Takes an item out, lets `takePlace` use the room, and puts the item elsewhere; else all is as it was. */
function moveAway(day: ChannelDay, filled: FilledBreak, index: number, takePlace: () => boolean): boolean {
  const item = filled.items[index];
  if (!item?.flight || item.lockedAt !== null) return false;
  const { cut, flight } = item;
  const others = openBreaks(day, flight).filter((other) => other !== filled && loadWith(other, cut) <= 1);
  if (others.length === 0) return false;
  const before = [...filled.items];
  removeAt(day, filled, index);
  const isElsewhere = () => others.some((other) => putIn(day, other, cut, flight));
  if (takePlace() && isSoundFrom(day, filled, 0) && isElsewhere()) return true;
  for (let at = filled.items.length - 1; at >= 0; at -= 1) {
    const one = filled.items[at];
    if (one && !before.includes(one)) removeAt(day, filled, at);
  }
  insertAt(day, filled, index, item);
  return false;
}
