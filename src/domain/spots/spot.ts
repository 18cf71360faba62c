import { allow, type Decision, refuse } from '../../kernel/refusal.ts';

export type SpotState = 'draft' | 'inReview' | 'returned' | 'approved' | 'withdrawn';

/** Where a spot may go from where it is; the README's table is this one. */
export const nextStates = {
  draft: ['inReview', 'withdrawn'],
  inReview: ['draft', 'returned', 'approved', 'withdrawn'],
  returned: ['inReview', 'withdrawn'],
  approved: ['withdrawn'],
  withdrawn: [],
} as const satisfies Record<SpotState, readonly SpotState[]>;

/** Whether a spot may move; the one user of the table. */
export function decideMove(from: SpotState, to: SpotState): Decision<SpotState> {
  const reachable: readonly SpotState[] = nextStates[from];
  if (reachable.includes(to)) return allow(to);
  return refuse({ code: 'spot.state', user: 'spot.state', tech: `a spot cannot go from ${from} to ${to}` });
}

/** The document may be changed only while it lies with its makers. */
export function decideEdit(state: SpotState): Decision<void> {
  if (state === 'draft' || state === 'returned') return allow(undefined);
  return refuse({ code: 'spot.locked', user: 'spot.locked', tech: `a spot in state ${state} is not edited` });
}
