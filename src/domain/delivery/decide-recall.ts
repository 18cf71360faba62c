import { allow, type Decision, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { RecallGround } from './recall-ground.ts';

export interface RecallWish {
  readonly house: string;
  readonly ground: RecallGround;
  /** The department's own words, shown to operators. */
  readonly reason: string;
}

interface NamedCut {
  readonly state: 'sent' | 'approved' | 'dropped' | 'withdrawn';
  readonly recalledAt: string | null;
}

/** Whether the department may call a cut back: one that may run, and with words where no ground says why. */
export function decideRecall<C extends NamedCut>(
  { house, ground, reason }: RecallWish,
  cut: C | undefined,
): Decision<C> {
  if (cut?.state === 'withdrawn') return refuse(no('recall.withdrawn', `${house} is withdrawn`, house));
  if (cut?.state !== 'approved') return refuse(no('recall.unknownCut', `no approved cut ${house} in reach`, house));
  if (cut.recalledAt) return refuse(no('recall.already', `${house} is called back already`, house));
  if (ground === 'other' && reason === '') return refuse(no('recall.sayWhy', 'neither ground nor words', house));
  return allow(cut);
}

/** Whether a recall may end: only the department's own, once, while the person still consents. */
export function decideLift(
  recall: { readonly cause: 'consent' | 'department'; readonly liftedAt: string | null; readonly house: string },
  cut: NamedCut | undefined,
): Decision<void> {
  const { house } = recall;
  if (recall.cause === 'consent' || cut?.state !== 'approved')
    return refuse(no('recall.notLiftable', `consent for ${house} has ended`, house));
  if (recall.liftedAt) return refuse(no('recall.isLifted', `${house} may run again already`, house));
  return allow(undefined);
}

function no(code: string, tech: string, house: string): Refusal {
  return { code, user: code, tech, params: { house } };
}
