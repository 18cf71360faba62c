import type { Route, WebContext } from './route.ts';

/**
 * An answer to a form stands at the form's address, `page` with one of `acts` behind it: a reload, a bookmark or a shared
 * link there means the page. `where` says its address, and throws what the page would for somebody who may not see it.
 */
export function leadBack(
  page: Pick<Route, 'path' | 'who' | 'owner'>,
  acts: readonly string[],
  where: (c: WebContext) => string,
): Route[] {
  return acts.map((act) => ({
    ...page,
    method: 'GET',
    kind: 'page',
    path: `${page.path}/${act}`,
    summary: `From where ‘${act}’ was answered, back to the page`,
    handler: (c) => c.redirect(where(c), 303),
  }));
}
