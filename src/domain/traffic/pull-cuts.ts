import { and, gte, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { addDays, broadcastDayOf, type DayClock } from '../../kernel/broadcast-day.ts';
import type { Change, Rows } from '../../kernel/catalogue.ts';
import type { Subscriber } from '../../kernel/subscriber.ts';
import { withdrawSpots } from '../spots/index.ts';
import { isPast } from './draft-logs.ts';
import { bumpLogs } from './log-versions.ts';
import { dayKey, type Position } from './logs.store.ts';
import { rowChunks } from './row-chunks.ts';
import { logPositions } from './traffic.table.ts';

/** Why a position was taken out: the person's consent ended, or the department called the film back. */
export type PullReason = 'consent' | 'department';

/**
 * Takes cuts out of every list from now on, released or not, today's later hours too; what was planned before now stays
 * as history. The lists' versions go up. The caller withdraws the cuts themselves. Answers how many plays went.
 */
export function pullCuts(
  change: Change,
  { cutIds, reason, dayClock }: { cutIds: readonly string[]; reason: PullReason; dayClock: DayClock },
): number {
  const ahead = listPlaysAhead(change.rows, cutIds, { now: change.at, dayClock });
  const set = { pulledAt: change.at.toISOString(), pulledReason: reason };
  for (const chunk of rowChunks(ahead.map((position) => position.id)))
    change.rows.update(logPositions).set(set).where(inArray(logPositions.id, chunk)).run();
  bumpLogs(change, [...new Map(ahead.map((position) => [dayKey(position), position])).values()]);
  return ahead.length;
}

/** Standing plays of these cuts whose time has not come, released or not. */
export function listPlaysAhead(
  rows: Rows,
  cutIds: readonly string[],
  moment: { readonly now: Date; readonly dayClock: DayClock },
): Position[] {
  const today = broadcastDayOf(moment.now, moment.dayClock);
  // Yesterday's broadcast day may run past midnight.
  const from = addDays(today, -1);
  return rows
    .select()
    .from(logPositions)
    .where(and(inArray(logPositions.cutId, [...cutIds]), gte(logPositions.day, from), isNull(logPositions.pulledAt)))
    .all()
    .filter((position) => position.day > today || !isPast(position, moment));
}

const withdrawal = z.object({ beneficiaryId: z.string() });

/** Hears that a consent ended: withdraws the person's spots, empties the lists of them, and tells `cut.withdrawn` for each approved cut. */
export function pullWithdrawn(dayClock: DayClock): Subscriber {
  return {
    name: 'traffic.withdrawal',
    facts: ['consent.withdrawn'],
    hear(change, fact) {
      const { beneficiaryId } = withdrawal.parse(fact.data);
      const { spotIds, cutIds } = withdrawSpots(change, beneficiaryId, fact.toldAt);
      const plays = pullCuts(change, { cutIds, reason: 'consent', dayClock });
      for (const spotId of spotIds) change.audit({ actor: 'system', act: 'spot.withdraw', subject: spotId });
      if (plays > 0) change.audit({ actor: 'system', act: 'log.pull', subject: beneficiaryId, detail: { plays } });
      for (const cutId of cutIds)
        change.tell({ name: 'cut.withdrawn', subject: cutId, data: { cutId, reason: 'consent' } });
    },
  };
}
