import type { Rows } from '../../kernel/catalogue.ts';
import { type Decision, decided, unwrap } from '../../kernel/refusal.ts';
import type { Person } from '../accounts/index.ts';
import { type Cut, findCutByHouse, findSpot, setCutRecalled } from '../spots/index.ts';
import { listPlaysAhead, pullCuts } from '../traffic/index.ts';
import { decideRecall, type RecallWish } from './decide-recall.ts';
import { listHolders } from './holders.ts';
import { openRecall } from './open-recall.ts';
import type { DeliveryParts } from './operator-needs.ts';

/** What a recall would do: whose cut goes, how many operators are told, how many plays leave the lists. */
export interface RecallEffect {
  readonly cutId: string;
  readonly operators: number;
  readonly plays: number;
}

/**
 * Calls an approved cut of a district in reach back, in one commit: no list holds it from now on, today's later hours too,
 * its files answer with the reason, every operator that holds it is told. It stays approved, so that this can be lifted.
 */
export function recallByDepartment(
  { catalogue, config }: DeliveryParts,
  by: Person,
  wish: RecallWish,
): Decision<{ readonly recallId: string; readonly plays: number }> {
  return decided(() =>
    catalogue.change((change) => {
      const { ground, reason } = wish;
      const cut = unwrap(decideRecall(wish, findReachedCut(change.rows, by, wish.house)));
      setCutRecalled(change, cut.id, true);
      const plays = pullCuts(change, { cutIds: [cut.id], reason: 'department', dayClock: config.dayClock });
      const recallId = openRecall(change, cut.id, { cause: 'department', ground, reason, byPerson: by.id });
      return { recallId, plays };
    }),
  );
}

/** The same, only thought of; refused as the recall itself would be, but for the words that are not typed yet. */
export function previewRecall(
  { catalogue, clock, config }: DeliveryParts,
  by: Person,
  house: string,
): Decision<RecallEffect> {
  const { rows } = catalogue;
  const decision = decideRecall({ house, ground: 'fact', reason: '' }, findReachedCut(rows, by, house));
  if (!decision.ok) return decision;
  const { id: cutId } = decision.value;
  const plays = listPlaysAhead(rows, [cutId], { now: clock.now(), dayClock: config.dayClock }).length;
  return { ok: true, value: { cutId, operators: listHolders(rows, cutId).length, plays } };
}

/** Another district's cut is like none. */
function findReachedCut(rows: Rows, by: Pick<Person, 'districts'>, house: string): Cut | undefined {
  const cut = findCutByHouse(rows, house);
  const spot = cut && findSpot(rows, cut.spotId);
  return spot && by.districts.includes(spot.district) ? cut : undefined;
}
