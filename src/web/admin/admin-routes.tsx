import { z } from 'zod';
import { findPersonRow } from '../../domain/accounts/index.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { unwrap } from '../../kernel/refusal.ts';
import { findBrokenLink, listAudit } from '../../platform/db/audit.ts';
import { listStuckFacts } from '../../platform/jobs/deliver-fact.ts';
import { pageContext } from '../http/page-context.ts';
import { checkReady } from '../http/ready.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';
import { sayRefusal } from '../locales/say-refusal.ts';
import { AdminPage } from './admin-page.tsx';
import { AuditPage, type AuditView } from './audit-page.tsx';
import { HealthPage } from './health-page.tsx';
import { JobsPage } from './jobs-page.tsx';
import { stateWidePerson } from './state-wide.ts';

const page = { who: ['admin'], owner: 'none', kind: 'page' } as const;
const readers = { ...page, who: ['admin', 'auditor'] } as const;

export const adminRoutes: readonly Route[] = [
  { ...readers, method: 'GET', path: '/admin', summary: 'The administrator’s pages', handler: showAdmin },
  { ...page, method: 'GET', path: '/admin/jobs', summary: 'Jobs with their reasons', handler: showJobs },
  { ...page, method: 'POST', path: '/admin/jobs/:jobId/retry', summary: 'Run again', handler: retryJob },
  { ...page, method: 'POST', path: '/admin/jobs/:jobId/cancel', summary: 'Stop', handler: cancelJob },
  { ...readers, method: 'GET', path: '/admin/audit', summary: 'Who did what', handler: (c) => showAudit(c) },
  { ...readers, method: 'POST', path: '/admin/audit/verify', summary: 'Verify the chain', handler: verifyAudit },
  { ...page, method: 'GET', path: '/admin/health', summary: 'Does every part work', handler: showHealth },
];

function showAdmin(c: WebContext) {
  const { role, reach } = personOf(c);
  return c.html(
    <AdminPage context={pageContext(c)} view={{ admin: role === 'admin', state: reach.kind === 'state' }} />,
  );
}

const states = ['waiting', 'running', 'done', 'refused', 'dead', 'cancelled'] as const;
const jobQuery = z.object({ state: z.enum(states).optional().catch(undefined) });

function showJobs(c: WebContext) {
  stateWidePerson(c);
  const { state } = jobQuery.parse(c.req.query());
  const found = c.get('app').jobs.desk.list({ limit: 100, ...(state && { states: [state] }) });
  const jobs = found.map((job) => ({
    id: job.id,
    name: job.name,
    state: job.state,
    attempts: `${job.attempts}/${job.maxAttempts}`,
    at: job.endedAt ?? job.startedAt ?? job.enqueuedAt,
    why: job.refusal ? sayRefusal(c.get('language'), job.refusal) : job.lastError,
  }));
  return c.html(<JobsPage context={pageContext(c)} view={{ states, state, jobs }} />);
}

function retryJob(c: WebContext) {
  const [app, by, job] = [c.get('app'), stateWidePerson(c), jobOf(c)];
  app.catalogue.change((change) => {
    unwrap(app.jobs.desk.retry(change, job.id));
    change.audit({ actor: by.id, act: 'job.retry', subject: job.id, detail: { name: job.name } });
  });
  return c.redirect('/admin/jobs', 303);
}

function cancelJob(c: WebContext) {
  const [app, by, job] = [c.get('app'), stateWidePerson(c), jobOf(c)];
  app.catalogue.change((change) => {
    app.jobs.desk.cancel(change, { jobId: job.id });
    change.audit({ actor: by.id, act: 'job.cancel', subject: job.id, detail: { name: job.name } });
  });
  return c.redirect('/admin/jobs', 303);
}

function jobOf(c: WebContext) {
  const job = c.get('app').jobs.desk.find(c.req.param('jobId') ?? '');
  if (!job) throw new NotFoundError('job');
  return job;
}

const auditQuery = z.object({
  subject: z.string().trim().max(80).optional(),
  actor: z.string().trim().max(80).optional(),
  before: z.coerce.number().int().positive().optional().catch(undefined),
});
const AUDIT_PAGE = 50;

function showAudit(c: WebContext, verified?: AuditView['verified']) {
  stateWidePerson(c);
  const { rows } = c.get('app').catalogue;
  const { subject, actor, before } = auditQuery.parse(c.req.query());
  // An actor may be named by log-in; the chain itself holds ids only.
  const actorId = actor ? (findPersonRow(rows, { login: actor })?.id ?? actor) : undefined;
  const found = listAudit(rows, { subject, actor: actorId, before, limit: AUDIT_PAGE });
  const named = found.map(({ actor: who, ...row }) => ({
    ...row,
    at: new Date(row.at),
    actor: findPersonRow(rows, { id: who })?.name ?? who,
  }));
  const next = found.length === AUDIT_PAGE ? found.at(-1)?.seq : undefined;
  const view: AuditView = { rows: named, subject, actor, next, verified };
  return c.html(<AuditPage context={pageContext(c)} view={view} />);
}

function verifyAudit(c: WebContext) {
  stateWidePerson(c);
  return showAudit(c, findBrokenLink(c.get('app').catalogue.rows) ?? 'whole');
}

async function showHealth(c: WebContext) {
  stateWidePerson(c);
  const app = c.get('app');
  const media = await app.media().catch(() => undefined);
  const view = {
    parts: await checkReady(app),
    version: app.config.version,
    walls: media?.sandbox.reasons ?? [],
    stuck: listStuckFacts(app.catalogue.rows),
  };
  return c.html(<HealthPage context={pageContext(c)} view={view} />);
}
