import { approveSpot, CHECKLIST, type ChecklistItem, canApproveTogether } from '../../domain/review/index.ts';
import { findSpot, type Spot } from '../../domain/spots/index.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { personOf, type WebContext } from '../http/route.ts';
import { messageIn } from '../locales/index.ts';
import { approvalParts } from './approval-parts.ts';
import type { TogetherSpotView, TogetherView } from './together.tsx';
import { viewQueueItem } from './view-queue.ts';

/** Spots to approve together, each in the version that the page showed. */
export interface Chosen {
  readonly spots: readonly { readonly id: string; readonly version: number }[];
  readonly ticked: readonly ChecklistItem[];
}

/** What came of an act on several: sentences beside their rows, house numbers of those that passed. */
export interface TogetherOutcome {
  readonly chosen: Chosen;
  readonly refused: ReadonlyMap<string, string>;
  readonly why?: string | undefined;
  readonly approved: readonly string[];
}

/** Approves each chosen spot by the same rule as one alone, each in its own commit; nothing at all before every box is ticked. */
export function approveTogether(c: WebContext, chosen: Chosen): TogetherOutcome {
  const say = (refusal: Refusal) => messageIn(c.get('language'), refusal.user, refusal.params);
  const nothing = { chosen, refused: new Map<string, string>(), approved: [] };
  const left = CHECKLIST.length - chosen.ticked.length;
  if (chosen.spots.length === 0) return { ...nothing, why: c.get('t')('review.noneChosen') };
  if (left > 0) return { ...nothing, why: c.get('t')('review.leftToCheck', { n: left }) };
  const [refused, approved] = [new Map<string, string>(), [] as string[]];
  for (const { id, version } of chosen.spots) {
    const wish = { spotId: id, version, ticked: chosen.ticked, together: true };
    const decision = approveSpot(approvalParts(c.get('app')), personOf(c), wish);
    if (decision.ok) approved.push(...decision.value.map((cut) => cut.houseNumber));
    else refused.set(id, say(decision.refusal));
  }
  return { chosen, refused, approved };
}

/** What of the queue this person may approve together, and what came of their last try. */
export function viewTogether(
  c: WebContext,
  queue: readonly Spot[],
  outcome?: TogetherOutcome,
): TogetherView | undefined {
  const app = c.get('app');
  const by = personOf(c);
  if (by.role !== 'reviewer' && by.role !== 'admin') return undefined;
  const [parts, now, t] = [approvalParts(app), app.clock.now(), c.get('t')];
  const ready = queue.filter((spot) => canApproveTogether(parts, by, spot, now));
  // A refused spot stays in sight with its reason, though it is no longer among those that could be chosen.
  const others = [...(outcome?.refused.keys() ?? [])].filter((id) => !ready.some((spot) => spot.id === id));
  const refused = others.flatMap((id) => findSpot(app.catalogue.rows, id) ?? []);
  const spots = [...ready, ...refused].map((spot) => viewRow(c, spot, outcome));
  const approved = outcome?.approved ?? [];
  return {
    action: '/review/together',
    spots,
    human: CHECKLIST.map((id) => ({
      id,
      label: t(`review.check.${id}`),
      ticked: outcome?.chosen.ticked.includes(id) ?? false,
    })),
    why: outcome?.why,
    done:
      approved.length > 0 ? t('review.togetherDone', { n: approved.length, numbers: approved.join(', ') }) : undefined,
  };
}

function viewRow(c: WebContext, spot: Spot, outcome: TogetherOutcome | undefined): TogetherSpotView {
  const { href, name, district } = viewQueueItem(c, spot);
  const { id, version, number } = spot;
  const chosen = outcome?.chosen.spots.some((one) => one.id === id) ?? false;
  return { id, version, number, href, name, district, chosen, why: outcome?.refused.get(id) };
}
