import type { Context } from 'hono';
import type { z } from 'zod';
import type { App } from '../../app.ts';
import type { Person, Role, Session } from '../../domain/accounts/index.ts';
import type { Language, Translate } from '../locales/index.ts';

/** What every handler finds in its context. */
export interface RequestFacts {
  app: App;
  requestId: string;
  language: Language;
  t: Translate;
  /** Present when a cookie was used; its CSRF token goes into every form. */
  session: Session | undefined;
  /** Present on routes that are not for anyone. */
  person: Person | undefined;
  /** Present on operators' machine routes. */
  operatorId: string | undefined;
  /** Set by serveBlob: the answer is somebody's bytes, not a page of ours. */
  servesBytes: true | undefined;
}

export type Env = { Variables: RequestFacts };
export type WebContext = Context<Env>;

/** Who may call a route: anybody, anybody signed in, some roles, an operator's machine with its token, or who counts (`metrics`). */
export type Audience = 'anyone' | 'signedIn' | 'operator' | 'metrics' | readonly Role[];

/**
 * What limits the objects a caller gets: nothing to own, only one's own, things of the districts in reach, or things of
 * the token's operator. Stores apply it; the tenant test tries every route of the last two with a stranger's ids.
 */
export type Ownership = 'none' | 'self' | 'reach' | 'operator';

/**
 * One row of the policy table; there is no other way to serve an address. `kind` decides how errors look
 * (page: HTML in the person's language; api and machine: application/problem+json).
 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';
  readonly path: string;
  readonly who: Audience;
  readonly owner: Ownership;
  readonly kind: 'page' | 'api' | 'machine';
  /** For the API description and the policy table: what it does, in English. */
  readonly summary: string;
  /** The handler reads a form with large files by readForm, which checks the CSRF field before it takes any. */
  readonly readsForm?: true;
  readonly body?: z.ZodType;
  readonly query?: z.ZodType;
  readonly answer?: z.ZodType;
  readonly handler: (c: WebContext) => Response | Promise<Response>;
}

/** The signed-in person of a route that is not for anyone; a programmer's error elsewhere. */
export function personOf(c: WebContext): Person {
  const person = c.get('person');
  if (!person) throw new Error(`${c.req.path}: route is for anyone and has no person`);
  return person;
}

export function operatorOf(c: WebContext): string {
  const operatorId = c.get('operatorId');
  if (!operatorId) throw new Error(`${c.req.path}: route has no operator`);
  return operatorId;
}
