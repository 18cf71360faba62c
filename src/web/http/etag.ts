import { HttpRefusal } from './http-refusal.ts';
import type { WebContext } from './route.ts';

/** A document's version as a strong entity tag. */
export function versionTag(version: number): string {
  return `"v${version}"`;
}

/** The version that `If-Match` names; a change without one is refused, for it could overwrite somebody's work. */
export function matchedVersion(c: WebContext): number {
  const version = /^"v(\d{1,9})"$/.exec(c.req.header('if-match') ?? '')?.[1];
  if (!version) throw new HttpRefusal(400, 'error.noVersion');
  return Number(version);
}
