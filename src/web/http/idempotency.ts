import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { beginOnce, finishOnce, forgetOnce } from '../../domain/accounts/index.ts';
import { HttpRefusal } from './http-refusal.ts';
import type { Env, Route } from './route.ts';

/** `Idempotency-Key` on a POST of the API: the same key again gets the first answer again, and nothing is done twice. */
export function replayOnce(route: Route): MiddlewareHandler<Env> {
  return async function answerOnce(c, next) {
    const key = c.req.header('idempotency-key');
    const person = c.get('person');
    if (route.method !== 'POST' || route.kind !== 'api' || !key || !person) return next();
    const app = c.get('app');
    const body = await c.req.raw.clone().arrayBuffer();
    const requestHash = createHash('sha256')
      .update(`${route.path}\0${c.req.path}\0`)
      .update(new Uint8Array(body))
      .digest('hex');
    const before = beginOnce(app, { personId: person.id, key, requestHash });
    if (before.state === 'other') throw new HttpRefusal(422, 'error.keyReused');
    if (before.state === 'running') throw new HttpRefusal(409, 'error.keyRunning');
    if (before.state === 'done') {
      return new Response(before.answer, {
        status: before.status,
        headers: { 'content-type': before.contentType, 'idempotent-replay': 'true' },
      });
    }
    await next();
    if (c.res.ok) {
      const answer = await c.res.clone().text();
      finishOnce(
        app,
        { personId: person.id, key },
        { status: c.res.status, answer, contentType: c.res.headers.get('content-type') ?? 'application/json' },
      );
    } else forgetOnce(app, { personId: person.id, key });
  };
}
