import { and, eq, isNull, type SQL } from 'drizzle-orm';
import type { Catalogue } from '../../kernel/catalogue.ts';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { accessTokens } from './accounts.table.ts';
import { findActivePerson } from './people.store.ts';
import type { Person } from './person.ts';
import { digestToken, newToken } from './secret.ts';

const USED_STEP_MS = 60_000;

interface Parts {
  readonly catalogue: Catalogue;
  readonly clock: Clock;
}

type Owner =
  | { readonly personId: string; readonly scope: 'all' | 'read' }
  | { readonly operatorId: string; readonly scope: 'operator' };

/** Makes a token for a person's scripts or an operator's machine; the token itself is answered once and kept nowhere. */
export function createAccessToken(
  { catalogue }: Parts,
  actor: string,
  name: string,
  owner: Owner,
): { id: string; token: string } {
  const id = newId();
  const token = newToken();
  const { scope } = owner;
  const whose = 'personId' in owner ? { personId: owner.personId } : { operatorId: owner.operatorId };
  catalogue.change(({ rows, at, audit }) => {
    rows
      .insert(accessTokens)
      .values({ id, tokenHash: digestToken(token), name, scope, ...whose, createdAt: at.toISOString() })
      .run();
    audit({ actor, act: 'token.create', subject: id, detail: { scope, ...whose } });
  });
  return { id, token };
}

/** Whom a personal token speaks for; undefined when unknown, revoked, or the person was shut out. */
export function findTokenPerson(parts: Parts, token: string): { person: Person; scope: 'all' | 'read' } | undefined {
  const row = findLiveToken(parts, token);
  if (!row?.personId || row.scope === 'operator') return undefined;
  const person = findActivePerson(parts.catalogue.rows, row.personId);
  return person && { person, scope: row.scope };
}

/** Which operator's machine a token belongs to; undefined when unknown or revoked. */
export function findTokenOperator(parts: Parts, token: string): { operatorId: string; tokenId: string } | undefined {
  const row = findLiveToken(parts, token);
  return row?.operatorId ? { operatorId: row.operatorId, tokenId: row.id } : undefined;
}

export function listOperatorTokens(parts: Parts, operatorId: string) {
  return listTokens(parts, eq(accessTokens.operatorId, operatorId));
}

export function listPersonTokens(parts: Parts, personId: string) {
  return listTokens(parts, eq(accessTokens.personId, personId));
}

function listTokens({ catalogue }: Parts, where: SQL) {
  // Everything but the hash.
  const { id, name, scope, createdAt, lastUsedAt, revokedAt } = accessTokens;
  const shown = { id, name, scope, createdAt, lastUsedAt, revokedAt };
  return catalogue.rows.select(shown).from(accessTokens).where(where).orderBy(accessTokens.createdAt).all();
}

/** Ends a token at once; throws NotFoundError for an unknown one. */
export function revokeAccessToken({ catalogue }: Parts, actor: string, tokenId: string): void {
  catalogue.change(({ rows, at, audit }) => {
    const done = rows
      .update(accessTokens)
      .set({ revokedAt: at.toISOString() })
      .where(and(eq(accessTokens.id, tokenId), isNull(accessTokens.revokedAt)))
      .returning({ id: accessTokens.id })
      .get();
    if (!done) throw new NotFoundError('token');
    audit({ actor, act: 'token.revoke', subject: tokenId });
  });
}

function findLiveToken({ catalogue, clock }: Parts, token: string) {
  const row = catalogue.rows
    .select()
    .from(accessTokens)
    .where(and(eq(accessTokens.tokenHash, digestToken(token)), isNull(accessTokens.revokedAt)))
    .get();
  if (!row) return undefined;
  const now = clock.now();
  if (!row.lastUsedAt || now.getTime() - Date.parse(row.lastUsedAt) > USED_STEP_MS) {
    catalogue.keep((rows) =>
      rows.update(accessTokens).set({ lastUsedAt: now.toISOString() }).where(eq(accessTokens.id, row.id)).run(),
    );
  }
  return row;
}
