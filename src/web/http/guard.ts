import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { findSession, findTokenOperator, findTokenPerson, type Session } from '../../domain/accounts/index.ts';
import { HttpRefusal } from './http-refusal.ts';
import type { Env, Route, WebContext } from './route.ts';
import { sessionCookieName } from './session-cookie.ts';

/** Lets a request through to its route's handler, or refuses it: who is asking, may they, and did they mean to. */
export function guard(route: Route): MiddlewareHandler<Env> {
  return async function checkPolicy(c, next) {
    if (route.who === 'operator') admitOperator(c);
    else if (route.who === 'metrics') admitCounter(c);
    else await admitPerson(c, route);
    await next();
  };
}

async function admitPerson(c: WebContext, route: Route): Promise<void> {
  const bearer = bearerToken(c);
  const app = c.get('app');
  if (bearer) {
    const found = findTokenPerson(app, bearer);
    if (!found) throw new HttpRefusal(401, 'auth.token');
    if (found.scope === 'read' && isChange(c)) throw new HttpRefusal(403, 'auth.readOnly');
    c.set('person', found.person);
  } else {
    if (isChange(c)) refuseOtherSites(c);
    const session = findSession(app, getCookie(c, sessionCookieName(app.config.publicUrl)) ?? '');
    c.set('session', session);
    c.set('person', session?.person);
    if (session && isChange(c) && !(route.readsForm && isMultipart(c))) await checkIntent(c, session);
  }
  if (route.who === 'anyone') return;
  const person = c.get('person');
  if (!person) throw new HttpRefusal(401, 'auth.needed');
  if (route.who !== 'signedIn' && !route.who.includes(person.role)) throw new HttpRefusal(403, 'error.noRight');
}

/** Browsers say where a request was made; another site's page may change nothing here, not even log somebody in. */
function refuseOtherSites(c: WebContext): void {
  const site = c.req.header('sec-fetch-site');
  if (site && site !== 'same-origin' && site !== 'none') throw new HttpRefusal(403, 'auth.csrf');
}

/** A change by cookie must carry the session's CSRF token: a header from scripts, a field from forms. */
async function checkIntent(c: WebContext, session: Session): Promise<void> {
  const sent = c.req.header('x-csrf-token') ?? (await formField(c, '_csrf'));
  if (sent !== session.csrfToken) throw new HttpRefusal(403, 'auth.csrf');
}

async function formField(c: WebContext, name: string): Promise<string | undefined> {
  const type = c.req.header('content-type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded') && !type.startsWith('multipart/form-data'))
    return undefined;
  const value = (await c.req.parseBody())[name];
  return typeof value === 'string' ? value : undefined;
}

/** Operators' machines: the token stands in the address, or in Bearer or Basic (any user name) with `-` in the address. */
function admitOperator(c: WebContext): void {
  // Without a session no page of ours can carry its token, but a browser still says which site's page asks.
  if (isChange(c)) refuseOtherSites(c);
  const token = bearerToken(c) ?? basicPassword(c) ?? c.req.param('token') ?? '';
  const found = findTokenOperator(c.get('app'), token);
  // Unknown and revoked look the same, and like any other address that is not there.
  if (!found) throw new HttpRefusal(404, 'error.notFound');
  c.set('operatorId', found.operatorId);
}

/** Prometheus with PRERNA_METRICS_TOKEN; where none is set there is no such page. */
function admitCounter(c: WebContext): void {
  const token = c.get('app').config.metricsToken;
  if (!token) throw new HttpRefusal(404, 'error.notFound');
  const digest = (words: string) => createHash('sha256').update(words).digest();
  if (!timingSafeEqual(digest(bearerToken(c) ?? ''), digest(token))) throw new HttpRefusal(401, 'auth.token');
}

function isMultipart(c: WebContext): boolean {
  return (c.req.header('content-type') ?? '').startsWith('multipart/form-data');
}

function bearerToken(c: WebContext): string | undefined {
  return /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
}

function basicPassword(c: WebContext): string | undefined {
  const encoded = /^Basic (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  return encoded && Buffer.from(encoded, 'base64').toString('utf8').split(':').slice(1).join(':');
}

function isChange(c: WebContext): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method);
}
