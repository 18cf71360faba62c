import { and, eq, lt } from 'drizzle-orm';
import type { Catalogue } from '../../kernel/catalogue.ts';
import type { Clock } from '../../kernel/clock.ts';
import { allow, type Decision, refuse } from '../../kernel/refusal.ts';
import { sessions } from './accounts.table.ts';
import { findActivePerson, findPersonRow } from './people.store.ts';
import type { Person } from './person.ts';
import { checkPassword, digestToken, newToken } from './secret.ts';

// A clerk's week: longer is asked of nobody on a shared office phone.
const SESSION_DAYS = 7;
const SEEN_STEP_MS = 60_000;

interface Parts {
  readonly catalogue: Catalogue;
  readonly clock: Clock;
}

export interface Session {
  readonly person: Person;
  readonly csrfToken: string;
  readonly tokenHash: string;
}

/** Checks login and password; on success opens a session and answers its token (for the cookie, kept nowhere). */
export async function logIn(
  { catalogue, clock }: Parts,
  words: { login: string; password: string },
): Promise<Decision<{ token: string; person: Person }>> {
  const row = findPersonRow(catalogue.rows, { login: words.login.trim() });
  const fits = await checkPassword(row?.passwordHash ?? undefined, words.password);
  const person = row && fits ? findActivePerson(catalogue.rows, row.id) : undefined;
  if (!person) return refuse({ code: 'login.wrong', user: 'login.wrong', tech: 'login and password do not match' });
  const token = newToken();
  catalogue.change(({ rows, at, audit }) => {
    rows
      .delete(sessions)
      .where(and(eq(sessions.personId, person.id), lt(sessions.expiresAt, at.toISOString())))
      .run();
    rows
      .insert(sessions)
      .values(sessionRow(person, token, clock.now()))
      .run();
    audit({ actor: person.id, act: 'session.open', subject: person.id });
  });
  return allow({ token, person });
}

/** The session of a cookie's token; undefined when unknown, ended, or the person was shut out. */
export function findSession({ catalogue, clock }: Parts, token: string): Session | undefined {
  const tokenHash = digestToken(token);
  const row = catalogue.rows.select().from(sessions).where(eq(sessions.tokenHash, tokenHash)).get();
  if (!row || row.expiresAt <= clock.now().toISOString()) return undefined;
  const person = findActivePerson(catalogue.rows, row.personId);
  if (!person) return undefined;
  if (clock.now().getTime() - Date.parse(row.lastSeenAt) > SEEN_STEP_MS) {
    catalogue.keep((rows) =>
      rows
        .update(sessions)
        .set({ lastSeenAt: clock.now().toISOString() })
        .where(eq(sessions.tokenHash, tokenHash))
        .run(),
    );
  }
  return { person, csrfToken: row.csrfToken, tokenHash };
}

export function logOut({ catalogue }: Parts, session: Session): void {
  catalogue.change(({ rows, audit }) => {
    rows.delete(sessions).where(eq(sessions.tokenHash, session.tokenHash)).run();
    audit({ actor: session.person.id, act: 'session.close', subject: session.person.id });
  });
}

function sessionRow(person: Person, token: string, now: Date): typeof sessions.$inferInsert {
  const at = now.toISOString();
  const expiresAt = new Date(now.getTime() + SESSION_DAYS * 86_400_000).toISOString();
  return {
    tokenHash: digestToken(token),
    personId: person.id,
    csrfToken: newToken(),
    createdAt: at,
    lastSeenAt: at,
    expiresAt,
  };
}
