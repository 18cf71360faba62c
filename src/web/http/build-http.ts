import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { getCookie } from 'hono/cookie';
import { secureHeaders } from 'hono/secure-headers';
import type { App } from '../../app.ts';
import { newId } from '../../kernel/ids.ts';
import { type Language, translator } from '../locales/index.ts';
import { answerError } from './answer-error.tsx';
import { guard } from './guard.ts';
import { HttpRefusal } from './http-refusal.ts';
import { replayOnce } from './idempotency.ts';
import type { Env, Route, WebContext } from './route.ts';

/** The whole HTTP face from the policy table: an address without a row there does not exist. */
export function buildHttp(app: App, routes: readonly Route[]): Hono<Env> {
  const http = new Hono<Env>();
  http.use(async function introduce(c, next) {
    const language = chooseLanguage(c);
    c.set('app', app);
    c.set('requestId', newId().slice(0, 8));
    c.set('language', language);
    c.set('t', translator(language));
    c.header('x-request-id', c.get('requestId'));
    await next();
    // Over the pages' own policy, which stands below: bytes from people get none of its rights.
    if (c.get('servesBytes')) c.res.headers.set('content-security-policy', "default-src 'none'; sandbox");
  });
  http.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      // The spoken consent is recorded in our own page; nothing else needs a device.
      permissionsPolicy: { microphone: ['self'], camera: ['self'], geolocation: [] },
      strictTransportSecurity: app.config.publicUrl.protocol === 'https:' ? 'max-age=31536000' : false,
    }),
  );
  const squeeze = compress();
  for (const route of routes) {
    const serve = async (c: WebContext) => route.handler(c);
    const begin = (c: WebContext, next: () => Promise<void>) => onRoute(c, route, next);
    // Pages and what they load travel small; films, playlists and packages go byte for byte as they lie.
    const small = route.kind === 'page' || route.path.startsWith('/assets/');
    if (small) http.on(route.method, route.path, squeeze, begin, guard(route), serve);
    else http.on(route.method, route.path, begin, guard(route), replayOnce(route), serve);
  }
  http.notFound((c) => answerError(c, new HttpRefusal(404, 'error.notFound'), kindOfPath(c.req.path)));
  http.onError((error, c) => answerError(c, error, routeKind.get(c) ?? kindOfPath(c.req.path)));
  return http;
}

const routeKind = new WeakMap<WebContext, Route['kind']>();

async function onRoute(c: WebContext, route: Route, next: () => Promise<void>): Promise<void> {
  routeKind.set(c, route.kind === 'machine' && asksForPage(c) ? 'page' : route.kind);
  // Nothing about people rests in a shared cache; routes that serve public bytes say otherwise themselves.
  c.header('cache-control', 'private, no-store');
  const started = performance.now();
  await next();
  const labels = { method: route.method, route: route.path, status: c.res.status };
  c.get('app').metrics.countRequest(labels, (performance.now() - started) / 1000);
}

/** A person's browser at a machine's address, such as an operator who opens a film: errors are for reading then. */
function asksForPage(c: WebContext): boolean {
  return (c.req.header('accept') ?? '').includes('text/html');
}

function kindOfPath(path: string): Route['kind'] {
  return path.startsWith('/api/') || path.startsWith('/o/') ? 'api' : 'page';
}

function chooseLanguage(c: WebContext): Language {
  const chosen = getCookie(c, 'lang');
  if (chosen === 'hi' || chosen === 'en') return chosen;
  const wanted = c.req.header('accept-language') ?? '';
  // Hindi first: English only for a browser that asks for English and nowhere for Hindi.
  return /^en\b/i.test(wanted) && !/\bhi\b/i.test(wanted) ? 'en' : 'hi';
}
