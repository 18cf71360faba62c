import type { Change } from './catalogue.ts';
import type { Fact } from './facts.ts';

/** A later domain that must hear facts. Each fact reaches it once, in its own commit, in the order of its subject's facts. */
export interface Subscriber {
  /** `delivery.recall`: the mark of what it has heard, so it is never renamed. */
  readonly name: string;
  /** The names of the facts that it hears. */
  readonly facts: readonly string[];
  /**
   * Synchronous, in a change of its own that also holds the mark and its audit row. Throwing rolls back, and it is asked again.
   * A new subscriber hears everything from the beginning: it asks "is it already so?" first.
   */
  hear(change: Change, fact: ToldFact): void;
}

export interface ToldFact extends Fact {
  readonly toldAt: Date;
}
