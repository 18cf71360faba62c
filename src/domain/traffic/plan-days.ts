import { inArray } from 'drizzle-orm';
import type { BroadcastDay, DayClock } from '../../kernel/broadcast-day.ts';
import type { Change } from '../../kernel/catalogue.ts';
import { newId } from '../../kernel/ids.ts';
import { parseTimecode } from '../../kernel/timecode.ts';
import type { Channel } from '../directory/index.ts';
import type { ChannelLog } from './channel-log.ts';
import { type DraftedLogs, draftLogs, isPast } from './draft-logs.ts';
import { bumpLogs, type LogName } from './log-versions.ts';
import { dayKey, type Position } from './logs.store.ts';
import { rowChunks } from './row-chunks.ts';
import { logPositions } from './traffic.table.ts';

type NewPosition = typeof logPositions.$inferInsert;

/**
 * Plans these channels' days anew from all running orders and writes what differs; a changed log's version goes up.
 * Released days and what is past of today stay as they are. Answers how many logs changed and what found no place.
 */
export function planDays(
  change: Change,
  wish: {
    readonly channels: readonly Channel[];
    readonly from: BroadcastDay;
    readonly until: BroadcastDay;
    readonly dayClock: DayClock;
  },
): { readonly changed: number; readonly draft: DraftedLogs } {
  const moment = { now: change.at, dayClock: wish.dayClock };
  const draft = draftLogs(change.rows, { ...wish, ...moment });
  const standing = Map.groupBy(draft.standing, dayKey);
  const gone: string[] = [];
  const made: NewPosition[] = [];
  const changed: LogName[] = [];
  for (const log of draft.logs) {
    const of = { channelId: log.channel, day: log.day };
    if (draft.released.has(dayKey(of))) continue;
    const [kept, old] = partition(standing.get(dayKey(of)) ?? [], (position) => isPast(position, moment));
    const taken = new Set(kept.map(placeOf));
    const held = new Map(old.filter((one) => one.lockedAt !== null).map((one) => [filmOf(one), one]));
    const fresh = toRows(log)
      .filter((row) => !isPast(row, moment) && !taken.has(placeOf(row)))
      .map((row) => stayLocked(row, held.get(filmOf(row))));
    if (signatureOf(old) === signatureOf(fresh)) continue;
    gone.push(...old.map((position) => position.id));
    made.push(...fresh);
    changed.push(of);
  }
  write(change, { gone, made, changed });
  return { changed: changed.length, draft };
}

function write(
  change: Change,
  { gone, made, changed }: { gone: string[]; made: NewPosition[]; changed: LogName[] },
): void {
  bumpLogs(change, changed);
  for (const ids of rowChunks(gone)) change.rows.delete(logPositions).where(inArray(logPositions.id, ids)).run();
  for (const rows of rowChunks(made)) change.rows.insert(logPositions).values(rows).run();
}

function toRows({ channel, day, positions }: ChannelLog): NewPosition[] {
  return positions.map(({ break: breakId, position, at, cut, flight, lengthFrames }) => {
    const atFrame = parseTimecode(at);
    if (atFrame === undefined) throw new RangeError(`not a timecode: ${at}`);
    return {
      id: newId(),
      channelId: channel,
      day,
      breakId,
      position,
      atFrame,
      cutId: cut,
      flightId: flight,
      lengthFrames,
    };
  });
}

type Place = Pick<Position, 'breakId' | 'position'>;

function placeOf({ breakId, position }: Place): string {
  return `${breakId} ${position}`;
}

function filmOf(row: Place & Pick<NewPosition, 'cutId'>): string {
  return `${placeOf(row)} ${row.cutId}`;
}

/** A locked play is the same one after planning: it keeps its id and who locked it. */
function stayLocked(row: NewPosition, lock: Position | undefined): NewPosition {
  return lock ? { ...row, id: lock.id, lockedAt: lock.lockedAt, lockedBy: lock.lockedBy } : row;
}

function signatureOf(positions: readonly (Place & Pick<NewPosition, 'atFrame' | 'cutId' | 'flightId'>)[]): string {
  const lines = positions.map((one) => [placeOf(one), one.atFrame, one.cutId, one.flightId ?? ''].join(' '));
  return lines.sort().join('\n');
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
