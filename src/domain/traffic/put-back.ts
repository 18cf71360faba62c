import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { DayClock } from '../../kernel/broadcast-day.ts';
import type { Change } from '../../kernel/catalogue.ts';
import { isPast } from './draft-logs.ts';
import { bumpLogs } from './log-versions.ts';
import { dayKey, type Position } from './logs.store.ts';
import { rowChunks } from './row-chunks.ts';
import { logPositions } from './traffic.table.ts';

/**
 * Puts the plays of a cut that the department took out at an instant back into their lists, released or not, where
 * their time has not come and nothing stands in their place since. The lists' versions go up. Answers how many came back.
 */
export function putBack(
  change: Change,
  { cutId, pulledAt, dayClock }: { cutId: string; pulledAt: string; dayClock: DayClock },
): number {
  const pulled = and(
    eq(logPositions.cutId, cutId),
    eq(logPositions.pulledAt, pulledAt),
    eq(logPositions.pulledReason, 'department'),
  );
  const back = change.rows
    .select()
    .from(logPositions)
    .where(pulled)
    .all()
    .filter((position) => !isPast(position, { now: change.at, dayClock }) && isFree(change, position));
  for (const chunk of rowChunks(back.map((position) => position.id)))
    change.rows
      .update(logPositions)
      .set({ pulledAt: null, pulledReason: null })
      .where(inArray(logPositions.id, chunk))
      .run();
  bumpLogs(change, [...new Map(back.map((position) => [dayKey(position), position])).values()]);
  return back.length;
}

function isFree({ rows }: Change, { channelId, day, breakId, position }: Position): boolean {
  const place = and(
    eq(logPositions.channelId, channelId),
    eq(logPositions.day, day),
    eq(logPositions.breakId, breakId),
    eq(logPositions.position, position),
    isNull(logPositions.pulledAt),
  );
  return rows.select({ id: logPositions.id }).from(logPositions).where(place).get() === undefined;
}
