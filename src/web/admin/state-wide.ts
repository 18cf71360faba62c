import { HttpRefusal } from '../http/http-refusal.ts';
import { personOf, type WebContext } from '../http/route.ts';

/** The person, if they stand for the whole state: jobs, the audit chain and schemes belong to no district. Else 403. */
export function stateWidePerson(c: WebContext) {
  const person = personOf(c);
  if (person.reach.kind !== 'state') throw new HttpRefusal(403, 'admin.stateOnly');
  return person;
}
