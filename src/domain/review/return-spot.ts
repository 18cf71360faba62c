import { and, asc, eq } from 'drizzle-orm';
import type { Catalogue, Rows } from '../../kernel/catalogue.ts';
import { newId } from '../../kernel/ids.ts';
import { allow, type Decision, refuse } from '../../kernel/refusal.ts';
import { people } from '../accounts/accounts.table.ts';
import type { Person } from '../accounts/index.ts';
import { decideMove, getSpot, setSpotState } from '../spots/index.ts';
import { cuts } from '../spots/spots.table.ts';
import { reviewComments } from './review.table.ts';

const MAX_TEXT = 1000;

interface Parts {
  readonly catalogue: Catalogue;
}

export interface CommentWish {
  readonly spotId: string;
  readonly text: string;
  /** The film's frame that it speaks of; absent for the whole spot. */
  readonly atFrame?: number | undefined;
}

export interface ReviewComment {
  readonly id: string;
  readonly text: string;
  readonly atFrame: number | null;
  readonly byName: string;
  readonly madeAt: string;
  readonly spotVersion: number;
}

/** A remark at a frame; it stays with the spot through returns. */
export function addComment({ catalogue }: Parts, by: Person, wish: CommentWish): Decision<string> {
  const spot = getSpot(catalogue.rows, by, wish.spotId);
  const text = wish.text.trim().slice(0, MAX_TEXT);
  if (text === '') return refuse({ code: 'review.emptyComment', user: 'review.emptyComment', tech: 'empty comment' });
  const id = newId();
  catalogue.change(({ rows, at, audit }) => {
    const madeAt = at.toISOString();
    rows
      .insert(reviewComments)
      .values({
        id,
        spotId: spot.id,
        spotVersion: spot.version,
        atFrame: wish.atFrame ?? null,
        text,
        byPerson: by.id,
        madeAt,
      })
      .run();
    audit({ actor: by.id, act: 'spot.comment', subject: spot.id, detail: { atFrame: wish.atFrame ?? null } });
  });
  return allow(id);
}

/** Sends a spot back to its makers; the reason is mandatory and becomes a comment. */
export function returnSpot({ catalogue }: Parts, by: Person, wish: CommentWish & { version: number }): Decision<void> {
  const spot = getSpot(catalogue.rows, by, wish.spotId);
  const move = decideMove(spot.state, 'returned');
  if (!move.ok) return move;
  if (spot.version !== wish.version)
    return refuse({
      code: 'review.changed',
      user: 'review.changed',
      tech: `watched ${wish.version}, now ${spot.version}`,
    });
  const text = wish.text.trim().slice(0, MAX_TEXT);
  if (text === '') return refuse({ code: 'review.noReason', user: 'review.noReason', tech: 'return without a reason' });
  catalogue.change((change) => {
    const madeAt = change.at.toISOString();
    change.rows
      .insert(reviewComments)
      .values({
        id: newId(),
        spotId: spot.id,
        spotVersion: spot.version,
        atFrame: wish.atFrame ?? null,
        text,
        byPerson: by.id,
        madeAt,
      })
      .run();
    change.rows
      .update(cuts)
      .set({ state: 'dropped' })
      .where(and(eq(cuts.spotId, spot.id), eq(cuts.state, 'sent')))
      .run();
    setSpotState(change, spot.id, { state: 'returned' });
    change.audit({ actor: by.id, act: 'spot.return', subject: spot.id, detail: { version: spot.version } });
    change.tell({ name: 'spot.returned', subject: spot.id, data: { version: spot.version } });
  });
  return allow(undefined);
}

/** Oldest first. */
export function listComments(rows: Rows, spotId: string): ReviewComment[] {
  const { id, text, atFrame, madeAt, spotVersion } = reviewComments;
  return rows
    .select({ id, text, atFrame, madeAt, spotVersion, byName: people.name })
    .from(reviewComments)
    .innerJoin(people, eq(people.id, reviewComments.byPerson))
    .where(eq(reviewComments.spotId, spotId))
    .orderBy(asc(reviewComments.madeAt))
    .all();
}
