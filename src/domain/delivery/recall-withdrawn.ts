import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Change, Rows } from '../../kernel/catalogue.ts';
import { newId } from '../../kernel/ids.ts';
import type { Subscriber } from '../../kernel/subscriber.ts';
import { channels } from '../directory/directory.table.ts';
import { findCut } from '../spots/index.ts';
import { recallNotices, recalls } from './delivery.table.ts';
import { listFetchesOfCut } from './fetches.store.ts';
import { listPositionsOfCut } from './planned.store.ts';
import { findRecallOfCut } from './recalls.store.ts';

const withdrawnCut = z.looseObject({ cutId: z.string() });

/** A withdrawn cut is called back from everybody who holds it or was told to play it. */
export const recallSubscriber: Subscriber = {
  name: 'delivery.recall',
  facts: ['cut.withdrawn'],
  hear(change, fact) {
    recallCut(change, withdrawnCut.parse(fact.data).cutId, { cause: 'consent', reason: '', byPerson: 'system' });
  },
};

interface Cause {
  readonly cause: 'consent' | 'department';
  /** The department's own words; empty where the cause says all. */
  readonly reason: string;
  readonly byPerson: string;
}

/** Does nothing for a cut that was called back before, or that never had a number and so never left the house. */
function recallCut(change: Change, cutId: string, cause: Cause): void {
  const cut = findCut(change.rows, cutId);
  if (!cut?.houseNumber || findRecallOfCut(change.rows, cutId)) return;
  const at = change.at.toISOString();
  const id = newId();
  change.rows
    .insert(recalls)
    .values({ id, cutId, ...cause, madeAt: at })
    .run();
  const told = listHolders(change.rows, cutId);
  for (const operatorId of told)
    change.rows.insert(recallNotices).values({ recallId: id, operatorId, toldAt: at }).run();
  const detail = { cause: cause.cause, operators: told.length };
  change.audit({ actor: cause.byPerson, act: 'cut.recall', subject: cutId, detail });
  change.tell({ name: 'cut.recalled', subject: cutId, data: { cutId, recallId: id } });
}

/** Operators that fetched bytes of the cut or had it in a released list, pulled since or not. */
export function listHolders(rows: Rows, cutId: string): string[] {
  const told = [...new Set(listPositionsOfCut(rows, cutId).map((position) => position.channelId))];
  const planned = rows
    .selectDistinct({ operatorId: channels.operatorId })
    .from(channels)
    .where(inArray(channels.id, told))
    .all();
  return [...new Set([...listFetchesOfCut(rows, cutId), ...planned].map((one) => one.operatorId))].sort();
}
