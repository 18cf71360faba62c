import type { Change } from '../../kernel/catalogue.ts';
import { newId } from '../../kernel/ids.ts';
import { recallNotices, recalls } from './delivery.table.ts';
import { listHolders } from './holders.ts';
import type { RecallGround } from './recall-ground.ts';

export interface Cause {
  readonly cause: 'consent' | 'department';
  readonly ground: RecallGround | null;
  /** The department's own words; empty where cause and ground say all. */
  readonly reason: string;
  readonly byPerson: string;
}

/** Calls a cut back from everybody who holds it or was told to play it. The caller has seen that no recall of it stands. */
export function openRecall(change: Change, cutId: string, cause: Cause): string {
  const at = change.at.toISOString();
  const id = newId();
  change.rows
    .insert(recalls)
    .values({ id, cutId, ...cause, madeAt: at })
    .run();
  const told = listHolders(change.rows, cutId);
  for (const operatorId of told)
    change.rows.insert(recallNotices).values({ recallId: id, operatorId, toldAt: at }).run();
  const detail = { cause: cause.cause, ground: cause.ground, operators: told.length };
  change.audit({ actor: cause.byPerson, act: 'cut.recall', subject: cutId, detail });
  change.tell({ name: 'cut.recalled', subject: cutId, data: { cutId, recallId: id } });
  return id;
}
