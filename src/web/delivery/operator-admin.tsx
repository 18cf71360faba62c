import { z } from 'zod';
import { createAccessToken, listOperatorTokens, revokeAccessToken } from '../../domain/accounts/index.ts';
import { getOperator, type Operator } from '../../domain/directory/index.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { pageContext } from '../http/page-context.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';
import { OperatorAdminPage } from './operator-admin-page.tsx';

const admin = { who: ['admin'], owner: 'reach', kind: 'page' } as const;

export const operatorAdminRoutes: readonly Route[] = [
  {
    ...admin,
    method: 'GET',
    path: '/operators/:operatorId',
    summary: "An operator's addresses",
    handler: (c) => show(c, ownOperator(c)),
  },
  { ...admin, method: 'POST', path: '/operators/:operatorId/tokens', summary: 'Make an address', handler: create },
  {
    ...admin,
    method: 'POST',
    path: '/operators/:operatorId/tokens/:tokenId/revoke',
    summary: 'End an address',
    handler: revoke,
  },
];

const form = z.object({ name: z.string().trim().min(1).max(80) });

function ownOperator(c: WebContext): Operator {
  return getOperator(c.get('app').catalogue.rows, personOf(c), c.req.param('operatorId') ?? '');
}

function show(c: WebContext, operator: Operator, made?: string) {
  const tokens = listOperatorTokens(c.get('app'), operator.id).map(({ id, name, lastUsedAt, revokedAt }) => ({
    id,
    name,
    lastUsedAt: lastUsedAt === null ? undefined : new Date(lastUsedAt),
    revoked: revokedAt !== null,
  }));
  const view = { id: operator.id, name: operator.name, tokens, made };
  return c.html(<OperatorAdminPage context={pageContext(c)} view={view} />);
}

async function create(c: WebContext) {
  const app = c.get('app');
  const operator = ownOperator(c);
  const { name } = form.parse(await c.req.parseBody());
  const made = createAccessToken(app, personOf(c).id, name, { operatorId: operator.id, scope: 'operator' });
  return show(c, operator, new URL(`/o/${made.token}`, app.config.publicUrl).href);
}

function revoke(c: WebContext) {
  const app = c.get('app');
  const operator = ownOperator(c);
  const id = c.req.param('tokenId') ?? '';
  if (!listOperatorTokens(app, operator.id).some((token) => token.id === id)) throw new NotFoundError('token');
  revokeAccessToken(app, personOf(c).id, id);
  return c.redirect(`/operators/${operator.id}`, 303);
}
