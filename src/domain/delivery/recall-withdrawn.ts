import { z } from 'zod';
import type { Subscriber } from '../../kernel/subscriber.ts';
import { findCut } from '../spots/index.ts';
import { openRecall } from './open-recall.ts';
import { closeRecall, findRecallOfCut } from './recalls.store.ts';

const withdrawnCut = z.looseObject({ cutId: z.string() });

/**
 * A withdrawn cut is called back from everybody who holds it or was told to play it. A recall by the department gives way
 * to it: the reason is another one now, it can't be lifted any more, and every operator confirms anew. Nothing happens
 * when it was called back for consent before, or never had a number and so never left the house.
 */
export const recallSubscriber: Subscriber = {
  name: 'delivery.recall',
  facts: ['cut.withdrawn'],
  hear(change, fact) {
    const { cutId } = withdrawnCut.parse(fact.data);
    const standing = findRecallOfCut(change.rows, cutId);
    if (!findCut(change.rows, cutId)?.houseNumber || standing?.cause === 'consent') return;
    if (standing) closeRecall(change, standing.id, 'system');
    openRecall(change, cutId, { cause: 'consent', ground: null, reason: '', byPerson: 'system' });
  },
};
