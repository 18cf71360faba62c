import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, openApp } from '../../src/app.ts';
import { acceptInvitation, invitePerson, type Role } from '../../src/domain/accounts/index.ts';
import type { Clock } from '../../src/kernel/clock.ts';
import { readConfig } from '../../src/platform/config.ts';
import { buildHttp } from '../../src/web/http/build-http.ts';
import { routes } from '../../src/web/routes.ts';

export const PASSWORD = 'सही घोड़ा बैटरी';

/** A whole service without a socket: real catalogue, real pages, in a folder of its own; on the wall's clock unless one is given. */
export function testService(settings: Readonly<Record<string, string>> = {}, clock?: Clock) {
  const folder = mkdtempSync(join(tmpdir(), 'prerna-service-'));
  const app = openApp(
    readConfig({
      PRERNA_DATA_DIR: folder,
      PRERNA_LOG_LEVEL: 'silent',
      PRERNA_WORKERS: '0',
      ...settings,
      PATH: process.env['PATH'],
    }),
    clock,
  );
  const http = buildHttp(app, routes);
  const close = async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { app, http, close, folder };
}

type Service = ReturnType<typeof testService>;

/** Adds somebody with PASSWORD. */
export async function addPerson(
  app: App,
  login: string,
  role: Role,
  reach: { kind: 'state' | 'division' | 'district'; code?: string },
) {
  const reachCode = reach.code ? { reachCode: reach.code } : {};
  const invited = invitePerson(app, 'system', { login, name: login, role, reachKind: reach.kind, ...reachCode });
  if (!invited.ok) throw new Error(invited.refusal.tech);
  const accepted = await acceptInvitation(app, invited.value.token, PASSWORD);
  if (!accepted.ok) throw new Error(accepted.refusal.tech);
  return invited.value.personId;
}

/** Logs in by the form and answers a `fetch` that carries the cookie and the session's CSRF token. */
export async function signIn({ app, http }: Service, login: string) {
  const body = new URLSearchParams({ login, password: PASSWORD });
  const answer = await http.request('/login', { method: 'POST', body });
  const cookie = /prerna=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0];
  if (!cookie) throw new Error(`log-in of ${login} failed: ${answer.status}`);
  const { findSession } = await import('../../src/domain/accounts/index.ts');
  const csrf = findSession(app, cookie.slice('prerna='.length))?.csrfToken ?? '';
  return (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie);
    if (!headers.has('x-csrf-token')) headers.set('x-csrf-token', csrf);
    return http.request(path, { ...init, headers });
  };
}
