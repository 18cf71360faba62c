import { deleteCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { acceptInvitation, findInvitation, logIn, logOut } from '../../domain/accounts/index.ts';
import { clientAddress } from '../http/client-address.ts';
import { HttpRefusal } from '../http/http-refusal.ts';
import { countLoginTry } from '../http/rate-limit.ts';
import type { Route, WebContext } from '../http/route.ts';
import { sessionCookieName, sessionCookieOptions } from '../http/session-cookie.ts';
import { invitationPage, loginPage } from './pages.tsx';

export const accountRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/login',
    who: 'anyone',
    owner: 'none',
    kind: 'page',
    summary: 'Log-in form',
    handler: showLogin,
  },
  { method: 'POST', path: '/login', who: 'anyone', owner: 'none', kind: 'page', summary: 'Log in', handler: doLogin },
  {
    method: 'POST',
    path: '/logout',
    who: 'signedIn',
    owner: 'self',
    kind: 'page',
    summary: 'Log out',
    handler: doLogout,
  },
  {
    method: 'GET',
    path: '/lang/:language',
    who: 'anyone',
    owner: 'none',
    kind: 'page',
    summary: 'Choose the language and stay on the page',
    handler: chooseLanguage,
  },
  {
    method: 'GET',
    path: '/invitation/:token',
    who: 'anyone',
    owner: 'none',
    kind: 'page',
    summary: 'Open an invitation',
    handler: showInvitation,
  },
  {
    method: 'POST',
    path: '/invitation/:token',
    who: 'anyone',
    owner: 'none',
    kind: 'page',
    summary: 'Choose a password',
    handler: doInvitation,
  },
];

const loginForm = z.object({
  login: z.string().max(200),
  password: z.string().max(500),
  to: z.string().max(500).optional(),
});
const passwordForm = z.object({ password: z.string().max(500) });

function showLogin(c: WebContext) {
  return c.html(loginPage(c, { to: localPath(c.req.query('to')), login: '' }));
}

async function doLogin(c: WebContext) {
  const form = loginForm.parse(await c.req.parseBody());
  const tries = await countLoginTry(form.login, clientAddress(c));
  const decision = await logIn(c.get('app'), form);
  const to = localPath(form.to);
  if (!decision.ok) return c.html(loginPage(c, { to, login: form.login, refusal: decision.refusal }), 422);
  await tries.forgive();
  const { publicUrl } = c.get('app').config;
  setCookie(c, sessionCookieName(publicUrl), decision.value.token, sessionCookieOptions(publicUrl));
  return c.redirect(to, 303);
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
  return c.html(invitationPage(c, invitation));
}

async function doInvitation(c: WebContext) {
  const token = c.req.param('token') ?? '';
  const invitation = findInvitation(c.get('app'), token);
  if (!invitation) throw new HttpRefusal(404, 'invitation.ended');
  const { password } = passwordForm.parse(await c.req.parseBody());
  const decision = await acceptInvitation(c.get('app'), token, password);
  if (!decision.ok) return c.html(invitationPage(c, invitation, decision.refusal), 422);
  return c.redirect('/login', 303);
}

/** Only a path of our own may follow a log-in: `//elsewhere` and `\\elsewhere` are other people's. */
function localPath(to: string | undefined): string {
  return to && /^\/(?![/\\])/.test(to) ? to : '/';
}
