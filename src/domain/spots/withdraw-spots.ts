import { and, eq, inArray, lte, ne } from 'drizzle-orm';
import type { Change } from '../../kernel/catalogue.ts';
import { setSpotState } from './spots.store.ts';
import { cuts, spots } from './spots.table.ts';

/**
 * Withdraws every spot of a person that was there at an instant (a later one rests on a later consent), with its cuts.
 * Answers the spots that changed and, of their cuts, those that were approved and may stand in lists.
 */
export function withdrawSpots(
  change: Change,
  beneficiaryId: string,
  askedAt: Date,
): { readonly spotIds: readonly string[]; readonly cutIds: readonly string[] } {
  const where = and(
    eq(spots.beneficiaryId, beneficiaryId),
    ne(spots.state, 'withdrawn'),
    lte(spots.createdAt, askedAt.toISOString()),
  );
  const spotIds = change.rows
    .select({ id: spots.id })
    .from(spots)
    .where(where)
    .all()
    .map((spot) => spot.id);
  const standing = and(inArray(cuts.spotId, spotIds), inArray(cuts.state, ['sent', 'approved']));
  const found = change.rows.select().from(cuts).where(standing).all();
  change.rows.update(cuts).set({ state: 'withdrawn' }).where(standing).run();
  for (const id of spotIds) setSpotState(change, id, { state: 'withdrawn' });
  return { spotIds, cutIds: found.filter((cut) => cut.state === 'approved').map((cut) => cut.id) };
}
