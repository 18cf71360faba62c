import { type Decision, decided, unwrap } from '../../kernel/refusal.ts';
import type { Person } from '../accounts/index.ts';
import { findCut, setCutRecalled } from '../spots/index.ts';
import { putBack } from '../traffic/index.ts';
import { decideLift } from './decide-recall.ts';
import { forgetWholeFetches } from './fetches.store.ts';
import type { DeliveryParts } from './operator-needs.ts';
import { closeRecall, getRecall, listNotices } from './recalls.store.ts';

/**
 * Lets a cut that the department called back run again: plays that were taken out return where their place is free and
 * their time is to come, its files are served, and who said "removed" has them to fetch anew. Throws NotFoundError out
 * of the asker's reach.
 */
export function liftRecall(
  { catalogue, config }: DeliveryParts,
  by: Person,
  recallId: string,
): Decision<{ readonly plays: number }> {
  return decided(() =>
    catalogue.change((change) => {
      const recall = getRecall(change.rows, by, recallId);
      unwrap(decideLift(recall, findCut(change.rows, recall.cutId)));
      const gone = listNotices(change.rows, recall.id).flatMap(({ notice }) =>
        notice.ackedAt ? [notice.operatorId] : [],
      );
      closeRecall(change, recall.id, by.id);
      setCutRecalled(change, recall.cutId, false);
      forgetWholeFetches(change, recall.cutId, gone);
      const { cutId, madeAt: pulledAt } = recall;
      const plays = putBack(change, { cutId, pulledAt, dayClock: config.dayClock });
      change.audit({ actor: by.id, act: 'recall.lift', subject: recall.cutId, detail: { recall: recall.id, plays } });
      return { plays };
    }),
  );
}
