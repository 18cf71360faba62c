import { z } from 'zod';
import { changePassword, createAccessToken, listPersonTokens, revokeAccessToken } from '../../domain/accounts/index.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { clientAddress } from '../http/client-address.ts';
import { HttpRefusal } from '../http/http-refusal.ts';
import { pageContext } from '../http/page-context.ts';
import { countLoginTry } from '../http/rate-limit.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';
import { messageIn } from '../locales/index.ts';
import { AccountPage, type AccountView } from './account-page.tsx';

const own = { who: 'signedIn', owner: 'self', kind: 'page' } as const;

export const accountPageRoutes: readonly Route[] = [
  { ...own, method: 'GET', path: '/account', summary: 'One’s own account', handler: (c) => showAccount(c, {}) },
  { ...own, method: 'POST', path: '/account/password', summary: 'Change one’s password', handler: doPassword },
  { ...own, method: 'POST', path: '/account/tokens', summary: 'Make a token', handler: makeToken },
  {
    ...own,
    method: 'POST',
    path: '/account/tokens/:tokenId/revoke',
    summary: 'Revoke one’s token',
    handler: revokeToken,
  },
];

const passwordForm = z.object({ old: z.string().max(500), fresh: z.string().max(500) });
const tokenForm = z.object({ name: z.string().trim().min(1).max(80), scope: z.enum(['read', 'all']) });

type Said = Partial<Pick<AccountView, 'done' | 'why' | 'made'>>;

function showAccount(c: WebContext, said: Said, status: 200 | 422 = 200) {
  const person = personOf(c);
  const tokens = listPersonTokens(c.get('app'), person.id).filter((token) => token.revokedAt === null);
  const { name, login } = person;
  const view: AccountView = {
    name,
    login,
    role: person.role,
    tokens: tokens.map(({ id, name: called, scope, createdAt, lastUsedAt }) => ({
      id,
      name: called,
      scope: scope === 'all' ? 'all' : 'read',
      createdAt: new Date(createdAt),
      usedAt: lastUsedAt === null ? undefined : new Date(lastUsedAt),
    })),
    ...said,
  };
  return c.html(<AccountPage context={pageContext(c)} view={view} />, status);
}

async function doPassword(c: WebContext) {
  const session = sessionOf(c);
  const words = passwordForm.parse(await c.req.parseBody());
  const tries = await countLoginTry(session.person.login, clientAddress(c));
  const decision = await changePassword(c.get('app'), session, words);
  if (!decision.ok) {
    const { user, params } = decision.refusal;
    return showAccount(c, { why: { field: user, text: messageIn(c.get('language'), user, params) } }, 422);
  }
  await tries.forgive();
  return showAccount(c, { done: true });
}

async function makeToken(c: WebContext) {
  const { person } = sessionOf(c);
  const { name, scope } = tokenForm.parse(await c.req.parseBody());
  const { token } = createAccessToken(c.get('app'), person.id, name, { personId: person.id, scope });
  return showAccount(c, { made: token });
}

function revokeToken(c: WebContext) {
  const person = personOf(c);
  const tokenId = c.req.param('tokenId') ?? '';
  if (!listPersonTokens(c.get('app'), person.id).some(({ id }) => id === tokenId)) throw new NotFoundError('token');
  revokeAccessToken(c.get('app'), person.id, tokenId);
  return c.redirect('/account', 303);
}

// A token must not make another, nor change the password of whom it speaks for: only somebody logged in may.
function sessionOf(c: WebContext) {
  const session = c.get('session');
  if (!session) throw new HttpRefusal(403, 'error.noRight');
  return session;
}
