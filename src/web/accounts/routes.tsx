import { deleteCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { acceptInvitation, findInvitation, logIn, logOut } from '../../domain/accounts/index.ts';
import { clientAddress } from '../http/client-address.ts';
import { HttpRefusal } from '../http/http-refusal.ts';
import { firstStation, pageContext } from '../http/page-context.ts';
import { countLoginTry } from '../http/rate-limit.ts';
import type { Route, WebContext } from '../http/route.ts';
import { sessionCookieName, sessionCookieOptions } from '../http/session-cookie.ts';
import { messageIn } from '../locales/index.ts';
import { InvitationPage } from './invitation-page.tsx';
import { LoginPage } from './login-page.tsx';

const open = { who: 'anyone', owner: 'none', kind: 'page' } as const;

export const accountRoutes: readonly Route[] = [
  { ...open, method: 'GET', path: '/login', summary: 'Log-in form', handler: showLogin },
  { ...open, method: 'POST', path: '/login', summary: 'Log in', handler: doLogin },
  { ...open, method: 'POST', path: '/logout', who: 'signedIn', owner: 'self', summary: 'Log out', handler: doLogout },
  { ...open, method: 'GET', path: '/lang/:language', summary: 'Choose the language', handler: chooseLanguage },
  { ...open, method: 'GET', path: '/invitation/:token', summary: 'Open an invitation', handler: showInvitation },
  { ...open, method: 'POST', path: '/invitation/:token', summary: 'Choose a password', handler: doInvitation },
];

const loginForm = z.object({
  login: z.string().max(200),
  password: z.string().max(500),
  to: z.string().max(500).optional(),
});
const passwordForm = z.object({ password: z.string().max(500) });

function showLogin(c: WebContext) {
  return c.html(<LoginPage context={pageContext(c)} view={{ action: '/login', to: localPath(c.req.query('to')) }} />);
}

async function doLogin(c: WebContext) {
  const form = loginForm.parse(await c.req.parseBody());
  const tries = await countLoginTry(form.login, clientAddress(c));
  const decision = await logIn(c.get('app'), form);
  const to = localPath(form.to);
  if (!decision.ok) {
    const view = { action: '/login', to, login: form.login, why: c.get('t')('login.wrong') };
    return c.html(<LoginPage context={pageContext(c)} view={view} />, 422);
  }
  await tries.forgive();
  const { publicUrl } = c.get('app').config;
  setCookie(c, sessionCookieName(publicUrl), decision.value.token, sessionCookieOptions(publicUrl));
  return c.redirect(to === '/' ? firstStation(decision.value.person.role) : to, 303);
}

function doLogout(c: WebContext) {
  const session = c.get('session');
  const { publicUrl } = c.get('app').config;
  if (session) logOut(c.get('app'), session);
  deleteCookie(c, sessionCookieName(publicUrl), sessionCookieOptions(publicUrl));
  return c.redirect('/login', 303);
}

function chooseLanguage(c: WebContext) {
  const language = c.req.param('language');
  if (language !== 'hi' && language !== 'en') throw new HttpRefusal(404, 'error.notFound');
  setCookie(c, 'lang', language, { path: '/', maxAge: 31_536_000, sameSite: 'Lax' });
  return c.redirect(localPath(c.req.query('to')), 303);
}

function showInvitation(c: WebContext) {
  const invitation = findInvitation(c.get('app'), c.req.param('token') ?? '');
  if (!invitation) throw new HttpRefusal(404, 'invitation.ended');
  const view = { action: c.req.path, ...invitation };
  return c.html(<InvitationPage context={pageContext(c)} view={view} />);
}

async function doInvitation(c: WebContext) {
  const token = c.req.param('token') ?? '';
  const invitation = findInvitation(c.get('app'), token);
  if (!invitation) throw new HttpRefusal(404, 'invitation.ended');
  const { password } = passwordForm.parse(await c.req.parseBody());
  const decision = await acceptInvitation(c.get('app'), token, password);
  if (!decision.ok) {
    const why = messageIn(c.get('language'), decision.refusal.user, decision.refusal.params);
    return c.html(<InvitationPage context={pageContext(c)} view={{ action: c.req.path, ...invitation, why }} />, 422);
  }
  return c.redirect('/login', 303);
}

/** Only a path of our own may follow a log-in: `//elsewhere` and `\\elsewhere` are other people's. */
function localPath(to: string | undefined): string {
  return to && /^\/(?![/\\])/.test(to) ? to : '/';
}
