import { z } from 'zod';
import { NotFoundError } from '../kernel/not-found.ts';
import { unwrap } from '../kernel/refusal.ts';
import { stateWidePerson } from '../web/admin/state-wide.ts';
import type { Route, WebContext } from '../web/http/route.ts';

const state = z.enum(['waiting', 'running', 'done', 'refused', 'dead', 'cancelled']);
const query = z.object({
  state: state.optional(),
  subject: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
const admin = { who: ['admin'], owner: 'none', kind: 'api' } as const;

export const jobRoutes: readonly Route[] = [
  {
    ...admin,
    method: 'GET',
    path: '/api/v1/jobs',
    summary: 'Jobs with state, attempts and reason, newest first',
    query,
    handler: list,
  },
  {
    ...admin,
    method: 'POST',
    path: '/api/v1/jobs/:jobId/retry',
    summary: 'Let a dead, refused or cancelled job wait again',
    handler: retry,
  },
  {
    ...admin,
    method: 'POST',
    path: '/api/v1/jobs/:jobId/cancel',
    summary: 'Stop a job within a second',
    handler: cancel,
  },
];

function list(c: WebContext) {
  stateWidePerson(c);
  const { state: wanted, subject, limit } = query.parse(c.req.query());
  const jobs = c.get('app').jobs.desk.list({ limit, ...(wanted && { states: [wanted] }), ...(subject && { subject }) });
  return c.json({ jobs });
}

function retry(c: WebContext) {
  const app = c.get('app');
  const job = jobOf(c);
  app.catalogue.change((change) => {
    unwrap(app.jobs.desk.retry(change, job.id));
    change.audit({ actor: stateWidePerson(c).id, act: 'job.retry', subject: job.id, detail: { name: job.name } });
  });
  return c.json(jobOf(c));
}

function cancel(c: WebContext) {
  const app = c.get('app');
  const job = jobOf(c);
  app.catalogue.change((change) => {
    app.jobs.desk.cancel(change, { jobId: job.id });
    change.audit({ actor: stateWidePerson(c).id, act: 'job.cancel', subject: job.id, detail: { name: job.name } });
  });
  return c.json(jobOf(c));
}

/** Jobs are the whole installation's: only who reaches all of it handles them. */
function jobOf(c: WebContext) {
  stateWidePerson(c);
  const job = c.get('app').jobs.desk.find(c.req.param('jobId') ?? '');
  if (!job) throw new NotFoundError('job');
  return job;
}
