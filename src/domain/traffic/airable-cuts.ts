import { addDays, type BroadcastDay, broadcastDay } from '../../kernel/broadcast-day.ts';
import type { Rows } from '../../kernel/catalogue.ts';
import { findConsentInScope } from '../consent/index.ts';
import { findCutByHouse, findSpot } from '../spots/index.ts';
import type { WishedCut } from './flight.ts';
import type { PlanCut } from './plan-schema.ts';

/** What a wish's cut is today, for the rule that takes orders; another district's cut is unknown. */
export function describeCut(
  rows: Rows,
  house: string,
  asker: { districts: readonly string[]; today: BroadcastDay },
): WishedCut & { district: string } {
  const cut = findCutByHouse(rows, house);
  const spot = cut && findSpot(rows, cut.spotId);
  if (!cut || !spot || !asker.districts.includes(spot.district))
    return { house, state: 'unknown', hasConsent: false, district: '' };
  const hasConsent = findConsentInScope(rows, spot.beneficiaryId, 'cable', asker.today) !== undefined;
  const isRecalled = cut.state === 'approved' && cut.recalledAt !== null;
  return { house, state: isRecalled ? 'recalled' : cut.state, hasConsent, district: spot.district };
}

/** A cut for the planner, by house number; undefined unless it is approved and its consent for cable is in force today. */
export function findAirableCut(rows: Rows, house: string, today: BroadcastDay): PlanCut | undefined {
  const cut = findCutByHouse(rows, house);
  if (cut?.state !== 'approved' || cut.recalledAt) return undefined;
  const spot = findSpot(rows, cut.spotId);
  const consent = spot && findConsentInScope(rows, spot.beneficiaryId, 'cable', today);
  if (!consent) return undefined;
  const { validUntil } = consent;
  return {
    id: cut.id,
    lengthFrames: cut.lengthFrames,
    beneficiary: spot.beneficiaryId,
    scheme: spot.scheme,
    district: spot.district,
    // A consent holds on its last day; a plan's end is exclusive.
    notAfter: validUntil === null ? null : addDays(broadcastDay(validUntil), 1),
    evergreen: false,
  };
}
