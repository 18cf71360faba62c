import { count, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Catalogue, Change } from '../../kernel/catalogue.ts';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { allow, type Decision, refuse } from '../../kernel/refusal.ts';
import { accessTokens, invitations, people, sessions } from './accounts.table.ts';
import { findPersonRow, listReach } from './people.store.ts';
import { type Person, type Reach, ROLES } from './person.ts';
import { digestToken, hashPassword, MIN_PASSWORD, newToken } from './secret.ts';

const INVITATION_DAYS = 7;

interface Parts {
  readonly catalogue: Catalogue;
  readonly clock: Clock;
}

export const newPerson = z.object({
  login: z
    .string()
    .trim()
    .min(2)
    .max(60)
    .regex(/^[\p{L}\p{M}\p{N}._@+-]+$/u),
  name: z.string().trim().min(1).max(120),
  role: z.enum(ROLES),
  reachKind: z.enum(['state', 'division', 'district']),
  reachCode: z.string().optional(),
});
export type NewPerson = z.infer<typeof newPerson>;

/** Makes the first administrator on an empty catalogue; answers false when people exist already. */
export async function addFirstAdmin({ catalogue }: Parts, password: string): Promise<boolean> {
  if (hasPeople(catalogue)) return false;
  const passwordHash = await hashPassword(password);
  return catalogue.change((change) => {
    if (change.rows.select({ n: count() }).from(people).get()?.n) {
      change.audit({ actor: 'system', act: 'person.first', subject: 'already there' });
      return false;
    }
    insertPerson(change, 'system', { login: 'admin', name: 'Admin', role: 'admin', reachKind: 'state' }, passwordHash);
    return true;
  });
}

function hasPeople(catalogue: Catalogue): boolean {
  return (catalogue.rows.select({ n: count() }).from(people).get()?.n ?? 0) > 0;
}

/** Adds a person without a password and answers the token of the link by which they choose one (7 days, once). */
export function invitePerson(
  { catalogue, clock }: Parts,
  by: Person | 'system',
  wanted: NewPerson,
): Decision<{ personId: string; token: string }> {
  const refusal = checkNewPerson(catalogue, by, wanted);
  if (refusal) return refusal;
  const token = newToken();
  const actor = by === 'system' ? 'system' : by.id;
  const personId = catalogue.change((change) => {
    const id = insertPerson(change, actor, wanted, null);
    insertInvitation(change, id, actor, token, clock.now());
    return id;
  });
  return allow({ personId, token });
}

/** A new link for somebody who lost theirs or forgot the password; the old password keeps working until it is used. */
export function inviteAgain({ catalogue, clock }: Parts, by: Person | 'system', login: string): { token: string } {
  const row = findPersonRow(catalogue.rows, { login });
  if (!row) throw new NotFoundError('person');
  if (by !== 'system' && !listReach(catalogue.rows, rowReach(row)).every((code) => by.districts.includes(code)))
    throw new NotFoundError('person');
  const token = newToken();
  catalogue.change((change) =>
    insertInvitation(change, row.id, by === 'system' ? 'system' : by.id, token, clock.now()),
  );
  return { token };
}

/** Uses an invitation: sets the password, ends every older session and link of that person. */
export async function acceptInvitation(
  { catalogue, clock }: Parts,
  token: string,
  password: string,
): Promise<Decision<{ login: string }>> {
  if (password.length < MIN_PASSWORD) {
    return refuse({
      code: 'password.short',
      user: 'password.short',
      tech: 'password too short',
      params: { n: MIN_PASSWORD },
    });
  }
  const passwordHash = await hashPassword(password);
  return catalogue.change((change) => {
    const invitation = change.rows
      .select()
      .from(invitations)
      .where(eq(invitations.tokenHash, digestToken(token)))
      .get();
    if (!invitation || invitation.usedAt || invitation.expiresAt <= clock.now().toISOString()) {
      change.audit({ actor: 'system', act: 'invitation.refuse', subject: 'invitation' });
      return refuse({
        code: 'invitation.ended',
        user: 'invitation.ended',
        tech: 'invitation unknown, used or expired',
      });
    }
    change.rows.update(people).set({ passwordHash }).where(eq(people.id, invitation.personId)).run();
    change.rows
      .update(invitations)
      .set({ usedAt: change.at.toISOString() })
      .where(eq(invitations.personId, invitation.personId))
      .run();
    change.rows.delete(sessions).where(eq(sessions.personId, invitation.personId)).run();
    change.audit({ actor: invitation.personId, act: 'invitation.accept', subject: invitation.personId });
    return allow({ login: findPersonRow(change.rows, { id: invitation.personId })?.login ?? '' });
  });
}

/** Whether a link still opens: who it is for, or undefined. */
export function findInvitation(
  { catalogue, clock }: Parts,
  token: string,
): { name: string; login: string } | undefined {
  const row = catalogue.rows
    .select()
    .from(invitations)
    .where(eq(invitations.tokenHash, digestToken(token)))
    .get();
  if (!row || row.usedAt || row.expiresAt <= clock.now().toISOString()) return undefined;
  const person = findPersonRow(catalogue.rows, { id: row.personId });
  return person && { name: person.name, login: person.login };
}

/** Shuts a person out (or lets them in again): sessions and tokens end in the same commit. Nobody shuts out themselves. */
export function setPersonDisabled(
  { catalogue }: Parts,
  by: Person,
  personId: string,
  disabled: boolean,
): Decision<void> {
  if (by.id === personId)
    return refuse({ code: 'person.self', user: 'person.self', tech: 'a person may not shut out themselves' });
  const row = findPersonRow(catalogue.rows, { id: personId });
  if (!row || !listReach(catalogue.rows, rowReach(row)).every((code) => by.districts.includes(code)))
    throw new NotFoundError('person');
  catalogue.change(({ rows, at, audit }) => {
    rows
      .update(people)
      .set({ disabledAt: disabled ? at.toISOString() : null })
      .where(eq(people.id, personId))
      .run();
    if (disabled) {
      rows.delete(sessions).where(eq(sessions.personId, personId)).run();
      rows.update(accessTokens).set({ revokedAt: at.toISOString() }).where(eq(accessTokens.personId, personId)).run();
    }
    audit({ actor: by.id, act: disabled ? 'person.disable' : 'person.enable', subject: personId });
  });
  return allow(undefined);
}

/** Why this person may not be added; undefined when they may. */
export function checkNewPerson(catalogue: Catalogue, by: Person | 'system', wanted: NewPerson) {
  if (findPersonRow(catalogue.rows, { login: wanted.login })) {
    return refuse({
      code: 'person.taken',
      user: 'person.taken',
      tech: 'login is taken',
      params: { login: wanted.login },
    });
  }
  const reach = listReach(
    catalogue.rows,
    rowReach({ reachKind: wanted.reachKind, reachCode: wanted.reachCode ?? null }),
  );
  const within = reach.length > 0 && (by === 'system' || reach.every((code) => by.districts.includes(code)));
  if (!within && !(by === 'system' && wanted.reachKind === 'state')) {
    return refuse({
      code: 'person.place',
      user: 'person.place',
      tech: `no such place in reach: ${wanted.reachKind} ${wanted.reachCode}`,
    });
  }
  return undefined;
}

function rowReach(row: { reachKind: 'state' | 'division' | 'district'; reachCode: string | null }): Reach {
  return row.reachKind === 'state' ? { kind: 'state' } : { kind: row.reachKind, code: row.reachCode ?? '' };
}

export function insertPerson(change: Change, actor: string, wanted: NewPerson, passwordHash: string | null): string {
  const id = newId();
  const { login, name, role, reachKind } = wanted;
  const reachCode = reachKind === 'state' ? null : (wanted.reachCode ?? null);
  change.rows
    .insert(people)
    .values({ id, login, name, role, reachKind, reachCode, passwordHash, createdAt: change.at.toISOString() })
    .run();
  change.audit({ actor, act: 'person.add', subject: id, detail: { role, reachKind, reachCode } });
  return id;
}

export function insertInvitation(change: Change, personId: string, madeBy: string, token: string, now: Date): void {
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 86_400_000).toISOString();
  change.rows
    .insert(invitations)
    .values({ tokenHash: digestToken(token), personId, madeBy, expiresAt })
    .run();
  change.audit({ actor: madeBy, act: 'person.invite', subject: personId });
}
