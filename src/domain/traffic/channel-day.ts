import type { BreakModel, ChannelModel, CutModel, FlightModel } from './plan-model.ts';

/** A cut that stands in a break; `startFrames` counts from midnight of the broadcast day and moves with what stands before. */
export interface Placed {
  readonly cut: CutModel;
  readonly flight: FlightModel | null;
  /** The position a lock asked for; null for what we placed. */
  readonly lockedAt: number | null;
  startFrames: number;
}

export interface FilledBreak {
  readonly adBreak: BreakModel;
  readonly items: Placed[];
  usedFrames: number;
}

/** One channel's day while it is being planned. Changed in place: a plan for 1,000 channels makes millions of tries. */
export interface ChannelDay {
  readonly channel: ChannelModel;
  readonly day: string;
  readonly breaks: readonly FilledBreak[];
  readonly plays: Map<FlightModel, Placed[]>;
}

export function emptyDay(channel: ChannelModel, day: string): ChannelDay {
  const breaks = channel.breaks.map((adBreak) => ({ adBreak, items: [], usedFrames: 0 }));
  return { channel, day, breaks, plays: new Map() };
}

export function playsOf(day: ChannelDay, flight: FlightModel): readonly Placed[] {
  return day.plays.get(flight) ?? [];
}

export function isValidOn(cut: CutModel, day: string): boolean {
  return cut.notBefore <= day && day < cut.notAfter;
}

export function sharesKey(a: CutModel, b: CutModel): boolean {
  return a.keys.some((key, index) => key !== '' && key === b.keys[index]);
}

/** Puts an item into a break, whatever the rules say; what follows starts later. */
export function insertAt(day: ChannelDay, filled: FilledBreak, index: number, item: Placed): void {
  filled.items.splice(index, 0, item);
  filled.usedFrames += item.cut.lengthFrames;
  restart(filled, index);
  if (!item.flight) return;
  const plays = day.plays.get(item.flight);
  if (plays) plays.push(item);
  else day.plays.set(item.flight, [item]);
}

export function removeAt(day: ChannelDay, filled: FilledBreak, index: number): void {
  const [item] = filled.items.splice(index, 1);
  if (!item) return;
  filled.usedFrames -= item.cut.lengthFrames;
  restart(filled, index);
  const plays = item.flight ? day.plays.get(item.flight) : undefined;
  plays?.splice(plays.indexOf(item), 1);
}

function restart(filled: FilledBreak, index: number): void {
  const before = filled.items[index - 1];
  let start = before ? before.startFrames + before.cut.lengthFrames : filled.adBreak.atFrames;
  for (let at = index; at < filled.items.length; at += 1) {
    const item = filled.items[at];
    if (!item) break;
    item.startFrames = start;
    start += item.cut.lengthFrames;
  }
}

/** Where a cut may stand in a break by every rule: before a lock that waits for it, else at the end, which moves nobody; -1 if nowhere. */
export function findPlace(day: ChannelDay, filled: FilledBreak, cut: CutModel, flight: FlightModel | null): number {
  if (filled.usedFrames + cut.lengthFrames > filled.adBreak.lengthFrames) return -1;
  const waiting = findWaitingLock(filled.items);
  for (let turn = waiting < 0 ? filled.items.length : filled.items.length + 1; turn >= 0; turn -= 1) {
    const index = turn > filled.items.length ? waiting : turn;
    const before = filled.items[index - 1];
    const after = filled.items[index];
    if ((before && sharesKey(before.cut, cut)) || (after && sharesKey(after.cut, cut))) continue;
    insertAt(day, filled, index, { cut, flight, lockedAt: null, startFrames: 0 });
    const sound = isSoundFrom(day, filled, index);
    removeAt(day, filled, index);
    if (sound) return index;
  }
  return -1;
}

/** The number of each item in its break: a lock keeps the number it asked for, others follow what stands before. */
export function numberPositions(items: readonly Placed[]): number[] {
  const numbers: number[] = [];
  for (const item of items) {
    const next = (numbers.at(-1) ?? 0) + 1;
    numbers.push(item.lockedAt === null ? next : Math.max(next, item.lockedAt));
  }
  return numbers;
}

/** Whether all items from `index` on keep every rule; two locks may offend each other, they stay in any case. */
export function isSoundFrom(day: ChannelDay, filled: FilledBreak, index: number): boolean {
  if (filled.usedFrames > filled.adBreak.lengthFrames) return false;
  for (let at = index; at < filled.items.length; at += 1) {
    const item = filled.items[at];
    if (!item) break;
    const before = filled.items[at - 1];
    const isBothLocked = before?.lockedAt != null && item.lockedAt !== null;
    if (before && !isBothLocked && sharesKey(before.cut, item.cut)) return false;
    if (touchesBlackout(day.channel, item) || !keepsGap(day, item)) return false;
  }
  return keepsLocks(filled.items);
}

/** The first lock whose number is higher than its place so far; -1 if there is none. */
function findWaitingLock(items: readonly Placed[]): number {
  if (items.every((item) => item.lockedAt === null)) return -1;
  const numbers = numberPositions(items);
  return numbers.findIndex((number, at) => number > (numbers[at - 1] ?? 0) + 1);
}

function keepsLocks(items: readonly Placed[]): boolean {
  if (items.every((item) => item.lockedAt === null)) return true;
  const numbers = numberPositions(items);
  return items.every((item, at) => item.lockedAt === null || numbers[at] === item.lockedAt);
}

function touchesBlackout(channel: ChannelModel, item: Placed): boolean {
  const end = item.startFrames + item.cut.lengthFrames;
  return channel.blackout.some((span) => item.startFrames < span.end && end > span.start);
}

function keepsGap(day: ChannelDay, item: Placed): boolean {
  const { flight } = item;
  if (!flight || flight.gapFrames === 0) return true;
  return playsOf(day, flight).every(
    (other) =>
      other === item ||
      (other.lockedAt !== null && item.lockedAt !== null) ||
      Math.abs(other.startFrames - item.startFrames) >= flight.gapFrames,
  );
}
