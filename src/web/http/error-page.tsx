import { ErrorPage } from '../frame/error-page.tsx';
import { messageIn, type Params } from '../locales/index.ts';
import { pageContext } from './page-context.ts';
import type { WebContext } from './route.ts';

/** The page for a request that ended in an error; a reader's request is tried again by itself when the fault is ours. */
export function errorPage(c: WebContext, trouble: { status: number; key: string; params?: Params }) {
  const mayRetry = trouble.status >= 500 && c.req.method === 'GET';
  const seconds = Number(trouble.params?.['n']);
  const view = {
    status: trouble.status,
    message: messageIn(c.get('language'), trouble.key, trouble.params),
    number: c.get('requestId'),
    backHref: firstPage(c),
    retrySeconds: mayRetry && seconds > 0 ? seconds : undefined,
  };
  return <ErrorPage context={pageContext(c)} view={view} />;
}

/** Where the reader's day begins: an operator knows nothing but its own address. */
function firstPage(c: WebContext): string {
  return c.get('operatorId') ? c.req.path.split('/').slice(0, 3).join('/') : '/';
}
