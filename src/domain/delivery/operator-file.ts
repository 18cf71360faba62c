import type { Rows } from '../../kernel/catalogue.ts';
import { type Operator, readOperatorFileName } from '../directory/index.ts';
import type { Deliverable } from '../render/index.ts';
import { findCutByHouse } from '../spots/index.ts';
import { listHolders } from './holders.ts';
import { listReleasedFilms } from './operator-needs.ts';
import type { RecallGround } from './recall-ground.ts';
import { findRecallOfCut } from './recalls.store.ts';

/** What an operator's address holds under a file name. */
export type OperatorFile =
  | { readonly kind: 'film'; readonly film: Deliverable }
  | { readonly kind: 'recalled'; readonly why: 'consent' | RecallGround; readonly reason: string };

/**
 * A film for an operator that has it in a released list or has fetched it before; "recalled" for the same operator once
 * the cut was taken back, from that very commit on. undefined: unknown, not approved, or none of theirs; these look alike.
 */
export function findOperatorFile(
  rows: Rows,
  operator: Operator,
  wanted: { readonly preset: string; readonly file: string },
): OperatorFile | undefined {
  const name = readOperatorFileName(wanted.file);
  const cut = name && findCutByHouse(rows, name.house);
  if (!cut || !listHolders(rows, cut.id).includes(operator.id)) return undefined;
  // Between a withdrawal and the recall that hears of it there is none yet: consent it is.
  if (cut.state === 'withdrawn') return { kind: 'recalled', why: 'consent', reason: '' };
  if (cut.recalledAt) {
    const recall = findRecallOfCut(rows, cut.id);
    return { kind: 'recalled', why: recall?.ground ?? 'other', reason: recall?.reason ?? '' };
  }
  const film = listReleasedFilms(rows, operator, [cut.id]).find(({ preset }) => preset === wanted.preset);
  if (film?.extension !== name.extension) return undefined;
  return cut.state === 'approved' ? { kind: 'film', film } : undefined;
}
