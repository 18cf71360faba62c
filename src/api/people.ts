import { z } from 'zod';
import { invitePerson, listPeople, newPerson } from '../domain/accounts/index.ts';
import { unwrap } from '../kernel/refusal.ts';
import { listAudit } from '../platform/db/audit.ts';
import { stateWidePerson } from '../web/admin/state-wide.ts';
import { readJson } from '../web/http/read-json.ts';
import { personOf, type Route, type WebContext } from '../web/http/route.ts';

const auditQuery = z.object({
  subject: z.string().max(80).optional(),
  actor: z.string().max(80).optional(),
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
const users = { path: '/api/v1/users', who: ['admin'], owner: 'reach', kind: 'api' } as const;

/** People of the administrator's place, and the chain of what everybody did. */
export const userRoutes: readonly Route[] = [
  { ...users, method: 'GET', summary: 'People in reach', handler: showPeople },
  { ...users, method: 'POST', summary: 'Invite somebody; answers the link once', body: newPerson, handler: invite },
  {
    method: 'GET',
    path: '/api/v1/audit',
    who: ['admin', 'auditor'],
    owner: 'none',
    kind: 'api',
    summary: 'Who did what, newest first; `before` is the number to go on from',
    query: auditQuery,
    handler: showAudit,
  },
];

function showPeople(c: WebContext) {
  const found = listPeople(c.get('app').catalogue.rows, personOf(c));
  return c.json({
    users: found.map(({ id, login, name, role, reach, disabled, invited }) => ({
      ...{ id, login, name, role, reach },
      state: disabled ? 'disabled' : invited ? 'invited' : 'active',
    })),
  });
}

async function invite(c: WebContext) {
  const wanted = newPerson.parse(await readJson(c));
  const { personId, token } = unwrap(invitePerson(c.get('app'), personOf(c), wanted));
  const link = new URL(`/invitation/${token}`, c.get('app').config.publicUrl).href;
  return c.json({ id: personId, link }, 201);
}

function showAudit(c: WebContext) {
  stateWidePerson(c);
  const rows = listAudit(c.get('app').catalogue.rows, auditQuery.parse(c.req.query()));
  return c.json({ audit: rows.map(({ detail, ...row }) => ({ ...row, detail: z.json().parse(JSON.parse(detail)) })) });
}
