import { and, eq, ne } from 'drizzle-orm';
import type { Catalogue } from '../../kernel/catalogue.ts';
import { allow, type Decision, refuse } from '../../kernel/refusal.ts';
import { people, sessions } from './accounts.table.ts';
import type { Session } from './log-in.ts';
import { findPersonRow } from './people.store.ts';
import { checkPassword, hashPassword, MIN_PASSWORD } from './secret.ts';

/** Sets the person's own password, who must know the old one; every other session of theirs ends, this one stays. */
export async function changePassword(
  { catalogue }: { catalogue: Catalogue },
  { person, tokenHash }: Pick<Session, 'person' | 'tokenHash'>,
  words: { readonly old: string; readonly fresh: string },
): Promise<Decision<void>> {
  const params = { n: MIN_PASSWORD };
  if (words.fresh.length < MIN_PASSWORD)
    return refuse({ code: 'password.short', user: 'password.short', tech: 'password too short', params });
  const stored = findPersonRow(catalogue.rows, { id: person.id })?.passwordHash ?? undefined;
  if (!(await checkPassword(stored, words.old)))
    return refuse({ code: 'password.old', user: 'password.old', tech: 'the old password does not match' });
  const passwordHash = await hashPassword(words.fresh);
  catalogue.change(({ rows, audit }) => {
    rows.update(people).set({ passwordHash }).where(eq(people.id, person.id)).run();
    rows
      .delete(sessions)
      .where(and(eq(sessions.personId, person.id), ne(sessions.tokenHash, tokenHash)))
      .run();
    audit({ actor: person.id, act: 'person.password', subject: person.id });
  });
  return allow(undefined);
}
