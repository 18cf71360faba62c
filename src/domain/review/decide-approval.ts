import { allow, type Decision, refuse } from '../../kernel/refusal.ts';
import { decideMove, type SpotState } from '../spots/index.ts';

/** What a person ticks with their own eyes before approving (trust: two-person release). */
export const CHECKLIST = ['consentFits', 'noParty', 'noPersonalNumber', 'claimHolds', 'emblemUnaltered'] as const;
export type ChecklistItem = (typeof CHECKLIST)[number];

/** One made film of a cut, as the render domain knows it. */
export interface FilmFacts {
  readonly cutId: string;
  readonly preset: string;
  readonly blob: string;
  readonly qcPassed: boolean;
}

export interface ApprovalMaterial {
  readonly state: SpotState;
  readonly makers: readonly string[];
  readonly reviewer: string;
  /** The beneficiary's consent in scope for cable today, if there is one. */
  readonly consentId: string | undefined;
  readonly cutIds: readonly string[];
  /** Presets that each cut must stand in. */
  readonly presets: readonly string[];
  readonly films: readonly FilmFacts[];
  readonly ticked: readonly ChecklistItem[];
  /** Cuts that the reviewer should have watched to the end and has not; asked of those approved together. */
  readonly unwatched?: readonly string[];
}

/** Whether this person may release these films; the first reason why not, gravest first. Nothing fails open. */
export function decideApproval(
  material: ApprovalMaterial,
): Decision<{ consentId: string; films: readonly FilmFacts[] }> {
  const move = decideMove(material.state, 'approved');
  if (!move.ok) return move;
  if (material.makers.includes(material.reviewer)) {
    return refuse({ code: 'review.own', user: 'review.refused.own', tech: 'the reviewer had a hand in the spot' });
  }
  if (!material.consentId) {
    return refuse({
      code: 'consent.scope',
      user: 'review.refused.noCableConsent',
      tech: 'no live consent with scope cable',
    });
  }
  const unmade = listUnmade(material);
  if (unmade.length > 0 || material.cutIds.length === 0) {
    return refuse({ code: 'review.notMade', user: 'review.refused.notMade', tech: `not made: ${unmade.join(', ')}` });
  }
  const failed = material.films.find((film) => !film.qcPassed);
  if (failed)
    return refuse({
      code: 'review.qc',
      user: 'review.refused.qc',
      tech: `QC failed: ${failed.cutId} ${failed.preset}`,
      params: { preset: failed.preset },
    });
  if (material.unwatched && material.unwatched.length > 0)
    return refuse({
      code: 'review.notWatched',
      user: 'review.refused.notWatched',
      tech: `not watched to the end: ${material.unwatched.join(', ')}`,
    });
  const left = CHECKLIST.filter((item) => !material.ticked.includes(item));
  if (left.length > 0)
    return refuse({
      code: 'review.checklist',
      user: 'review.leftToCheck',
      tech: `not ticked: ${left.join(', ')}`,
      params: { n: left.length },
    });
  return allow({ consentId: material.consentId, films: material.films });
}

function listUnmade({ cutIds, presets, films }: ApprovalMaterial): string[] {
  const wanted = cutIds.flatMap((cutId) => presets.map((preset) => ({ cutId, preset })));
  const missing = wanted.filter(
    ({ cutId, preset }) => !films.some((film) => film.cutId === cutId && film.preset === preset),
  );
  return missing.map(({ cutId, preset }) => `${cutId} ${preset}`);
}
