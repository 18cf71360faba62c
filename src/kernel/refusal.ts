/**
 * A rule's "no". `code` is stable and for machines; `user` is a message key (Hindi and English stand in web/locales);
 * `tech` is for the log. `params` fill the message's {braces}.
 */
export interface Refusal {
  readonly code: string;
  readonly user: string;
  readonly tech: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What a pure rule answers: go on with `value`, or the reason why not. */
export type Decision<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export function allow<T>(value: T): Decision<T> {
  return { ok: true, value };
}

export function refuse(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal };
}

/** Carries a refusal through layers that do not decide on it; faces turn it into a sentence. */
export class RefusalError extends Error {
  override readonly name = 'RefusalError';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.tech);
    this.refusal = refusal;
  }
}

/** The value of a decision; throws RefusalError on a refusal. */
export function unwrap<T>(decision: Decision<T>): T {
  if (!decision.ok) throw new RefusalError(decision.refusal);
  return decision.value;
}

/** A refusal thrown inside a change, so that it is rolled back, as the decision that it is. */
export function decided<T>(work: () => T): Decision<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
