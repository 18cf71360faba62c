import { RefusalError } from '../../kernel/refusal.ts';

/** The refusal of a code or id that somebody else has. */
export function taken(id: string): RefusalError {
  return new RefusalError({
    code: 'directory.taken',
    user: 'directory.taken',
    tech: `id ${id} is taken`,
    params: { id },
  });
}
