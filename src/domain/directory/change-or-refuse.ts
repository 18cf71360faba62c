import type { Catalogue, Change } from '../../kernel/catalogue.ts';
import { allow, type Decision, RefusalError } from '../../kernel/refusal.ts';

/** One commit whose rules may say no by RefusalError: then nothing of it stands, and the reason is the answer. */
export function changeOrRefuse<T>(catalogue: Catalogue, work: (change: Change) => T): Decision<T> {
  try {
    return allow(catalogue.change(work));
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

/** The refusal of a code or id that somebody else has. */
export function taken(id: string): RefusalError {
  return new RefusalError({
    code: 'directory.taken',
    user: 'directory.taken',
    tech: `id ${id} is taken`,
    params: { id },
  });
}
