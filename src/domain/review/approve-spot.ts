import { eq } from 'drizzle-orm';
import { broadcastDayOf, type DayClock } from '../../kernel/broadcast-day.ts';
import type { Catalogue, Change, Rows } from '../../kernel/catalogue.ts';
import { formatHouseNumber, type HouseNumber } from '../../kernel/house-number.ts';
import { newId } from '../../kernel/ids.ts';
import { type Decision, decided, RefusalError } from '../../kernel/refusal.ts';
import type { Person } from '../accounts/index.ts';
import { findConsentInScope } from '../consent/index.ts';
import { type Cut, getSpot, listCuts, listMakers, type Spot, setSpotState, takeNumber } from '../spots/index.ts';
import { cuts } from '../spots/spots.table.ts';
import { CHECKLIST, type ChecklistItem, decideApproval, type FilmFacts } from './decide-approval.ts';
import { approvals, approvedFilms } from './review.table.ts';
import { listWatchedCuts } from './watch-film.ts';

/** `films` and `presets` come from the render domain, which stands behind this one in the line. */
export interface ApproveParts {
  readonly catalogue: Catalogue;
  readonly dayClock: DayClock;
  readonly listFilms: (rows: Rows, cutIds: readonly string[]) => FilmFacts[];
  readonly listPresets: (rows: Rows, district: string) => readonly string[];
}

export interface ApprovalWish {
  readonly spotId: string;
  /** The version that the reviewer watched; another one is refused. */
  readonly version: number;
  readonly ticked: readonly ChecklistItem[];
  /** One of several that are approved together: only what this reviewer has watched to the end. */
  readonly together?: boolean;
}

/** Releases a spot: its cuts get their house numbers, and their bytes are locked, in one commit. */
export function approveSpot(
  parts: ApproveParts,
  by: Person,
  wish: ApprovalWish,
): Decision<readonly { cutId: string; houseNumber: HouseNumber }[]> {
  return decided(() => parts.catalogue.change((change) => release(parts, change, by, wish)));
}

/** The reason why this person could not approve now, before any box is ticked; undefined when only ticks are missing. */
export function findApprovalBar(parts: ApproveParts, by: Person, spot: Spot, at: Date) {
  const decision = decideApproval({ ...gather(parts, parts.catalogue.rows, { spot, by, at }), ticked: [] });
  return !decision.ok && decision.refusal.code !== 'review.checklist' ? decision.refusal : undefined;
}

/** Whether this person has watched every cut of the spot to the end, and nothing but the ticks is missing. */
export function canApproveTogether(parts: ApproveParts, by: Person, spot: Spot, at: Date): boolean {
  const { rows } = parts.catalogue;
  const material = gather(parts, rows, { spot, by, at });
  const watched = listWatchedCuts(rows, by.id, material.films);
  const decision = decideApproval({
    ...material,
    ticked: CHECKLIST,
    unwatched: material.cutIds.filter((cutId) => !watched.has(cutId)),
  });
  return decision.ok;
}

function release(parts: ApproveParts, change: Change, by: Person, wish: ApprovalWish) {
  const spot = getSpot(change.rows, by, wish.spotId);
  if (spot.version !== wish.version) {
    throw new RefusalError({
      code: 'review.changed',
      user: 'review.changed',
      tech: `watched ${wish.version}, now ${spot.version}`,
    });
  }
  const material = gather(parts, change.rows, { spot, by, at: change.at });
  const watched = listWatchedCuts(change.rows, by.id, material.films);
  const unwatched = wish.together ? material.cutIds.filter((cutId) => !watched.has(cutId)) : [];
  const decision = decideApproval({ ...material, ticked: wish.ticked, unwatched });
  if (!decision.ok) throw new RefusalError(decision.refusal);
  const approvalId = newId();
  const madeAt = change.at.toISOString();
  const { consentId, films } = decision.value;
  change.rows
    .insert(approvals)
    .values({
      id: approvalId,
      spotId: spot.id,
      spotVersion: spot.version,
      consentId,
      checklist: JSON.stringify(wish.ticked),
      byPerson: by.id,
      madeAt,
    })
    .run();
  change.rows
    .insert(approvedFilms)
    .values(films.map(({ cutId, preset, blob }) => ({ approvalId, cutId, preset, blob })))
    .run();
  const numbered = sentCuts(change.rows, spot).map((cut) => ({
    cutId: cut.id,
    houseNumber: numberCut(change, spot, cut),
  }));
  setSpotState(change, spot.id, { state: 'approved' });
  change.audit({
    actor: by.id,
    act: 'spot.approve',
    subject: spot.id,
    detail: {
      version: spot.version,
      cuts: numbered.map((n) => n.houseNumber).join(' '),
      together: wish.together ?? false,
    },
  });
  for (const { cutId, houseNumber } of numbered)
    change.tell({ name: 'cut.approved', subject: cutId, data: { houseNumber, spotId: spot.id } });
  return numbered;
}

function gather(
  { dayClock, listFilms, listPresets }: ApproveParts,
  rows: Rows,
  { spot, by, at }: { spot: Spot; by: Person; at: Date },
) {
  const cutIds = sentCuts(rows, spot).map((cut) => cut.id);
  return {
    state: spot.state,
    makers: [...listMakers(rows, spot.id), ...(spot.sentBy ? [spot.sentBy] : [])],
    reviewer: by.id,
    consentId: findConsentInScope(rows, spot.beneficiaryId, 'cable', broadcastDayOf(at, dayClock))?.id,
    cutIds,
    presets: listPresets(rows, spot.district),
    films: listFilms(rows, cutIds),
  };
}

function sentCuts(rows: Rows, spot: Spot): Cut[] {
  return listCuts(rows, spot.id).filter((cut) => cut.state === 'sent' && cut.spotVersion === spot.version);
}

function numberCut(change: Change, spot: Spot, cut: Cut): HouseNumber {
  // The serial counts per scheme, so scheme + serial, the last eight, are unique in the installation.
  const houseNumber = formatHouseNumber(spot.district, spot.scheme, takeNumber(change, `#${spot.scheme}`));
  change.rows
    .update(cuts)
    .set({ state: 'approved', houseNumber, approvedAt: change.at.toISOString() })
    .where(eq(cuts.id, cut.id))
    .run();
  return houseNumber;
}
