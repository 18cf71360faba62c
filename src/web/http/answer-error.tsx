import type { StatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { BlobMissingError } from '../../kernel/blobs.ts';
import { StaleVersionError } from '../../kernel/etag.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { RefusalError } from '../../kernel/refusal.ts';
import { saysFull } from '../../platform/blobs/storage-error.ts';
import { type Language, messageIn, type Params } from '../locales/index.ts';
import { errorPage } from './error-page.tsx';
import { HttpRefusal } from './http-refusal.ts';
import type { Route, WebContext } from './route.ts';

interface Trouble {
  readonly status: number;
  readonly code: string;
  readonly key: string;
  readonly params?: Params;
  readonly detail?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Turns whatever a handler threw into an answer: problem+json for machines, a page with a way back for people. */
export function answerError(c: WebContext, error: unknown, kind: Route['kind']): Response | Promise<Response> {
  const trouble = describe(error);
  const requestId = c.get('requestId');
  if (trouble.status >= 500) c.get('app').logger.error({ err: error, requestId, path: c.req.path }, 'request.failed');
  if (trouble.status === 401 && kind === 'page') return c.redirect(`/login?to=${encodeURIComponent(c.req.path)}`);
  for (const [name, value] of Object.entries(trouble.headers ?? {})) c.header(name, value);
  c.status(trouble.status as StatusCode);
  if (kind === 'page') return c.html(errorPage(c, trouble));
  return c.body(JSON.stringify(problem(trouble, requestId)), {
    headers: { 'content-type': 'application/problem+json' },
  });
}

function describe(error: unknown): Trouble {
  if (error instanceof HttpRefusal)
    return { status: error.status, code: error.key, key: error.key, params: error.params, headers: error.headers };
  if (error instanceof RefusalError)
    return { status: 422, code: error.refusal.code, key: error.refusal.user, params: error.refusal.params ?? {} };
  if (error instanceof NotFoundError || error instanceof BlobMissingError)
    return { status: 404, code: 'notFound', key: 'error.notFound' };
  if (error instanceof StaleVersionError)
    return { status: 412, code: 'stale', key: 'error.stale', detail: { current: error.current } };
  if (error instanceof z.ZodError)
    return { status: 400, code: 'badRequest', key: 'error.badRequest', detail: error.issues.map(issueOf) };
  if (saysFull(error)) return { status: 507, code: 'storage.full', key: 'error.full' };
  return { status: 500, code: 'server', key: 'error.server', params: { n: 10 } };
}

function issueOf(issue: z.core.$ZodIssue) {
  return { field: issue.path.join('.'), message: issue.message };
}

function problem(trouble: Trouble, requestId: string) {
  const say = (language: Language) => messageIn(language, trouble.key, trouble.params);
  const { status, code, detail } = trouble;
  return {
    type: 'about:blank',
    title: say('en'),
    status,
    code,
    message: { hi: say('hi'), en: say('en') },
    requestId,
    ...(detail === undefined ? {} : { detail }),
  };
}
