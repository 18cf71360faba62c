import type { Catalogue } from '../../kernel/catalogue.ts';
import type { Clock } from '../../kernel/clock.ts';
import { allow, type Decision } from '../../kernel/refusal.ts';
import { checkNewPerson, insertInvitation, insertPerson, type NewPerson } from './manage-people.ts';
import type { Person } from './person.ts';
import { newToken } from './secret.ts';

/** Invites everybody of a list in one commit, or nobody; answers each one's link token, which is kept nowhere. */
export function inviteMany(
  { catalogue, clock }: { catalogue: Catalogue; clock: Clock },
  by: Person,
  list: readonly NewPerson[],
): Decision<{ login: string; token: string }[]> {
  for (const wanted of list) {
    const refusal = checkNewPerson(catalogue, by, wanted);
    if (refusal) return refusal;
  }
  const invited = list.map((wanted) => ({ wanted, token: newToken() }));
  catalogue.change((change) => {
    for (const { wanted, token } of invited)
      insertInvitation(change, insertPerson(change, by.id, wanted, null), by.id, token, clock.now());
  });
  return allow(invited.map(({ wanted, token }) => ({ login: wanted.login, token })));
}
