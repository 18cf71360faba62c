import { allow, type Decision, refuse } from '../../kernel/refusal.ts';

/** Whether a play may be put elsewhere. The planner's own rules do not bind a person; its doings are said in words. */
export function decideMove(facts: {
  readonly hasBreak: boolean;
  /** One of the two days is out already. */
  readonly isReleased: boolean;
  /** The play, or the break, has had its time. */
  readonly isPast: boolean;
  /** The play's order runs on the day. */
  readonly isOrdered: boolean;
}): Decision<void> {
  if (!facts.hasBreak) return no('move.noBreak', 'the channel has no such break');
  if (facts.isReleased) return no('move.released', 'the day is released');
  if (facts.isPast) return no('move.past', 'its time is over');
  if (!facts.isOrdered) return no('move.notOrdered', 'the order does not run on the day');
  return allow(undefined);
}

function no(code: string, tech: string) {
  return refuse({ code, user: code, tech });
}
