import { pageContext } from '../http/page-context.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';
import { listNotices } from './list-notices.ts';
import { NoticesPage } from './notices-page.tsx';

export const noticesRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/notices',
    who: 'signedIn',
    owner: 'reach',
    kind: 'page',
    summary: 'What waits for the person',
    handler: showNotices,
  },
];

function showNotices(c: WebContext) {
  return c.html(<NoticesPage context={pageContext(c)} notices={listNotices(c.get('app'), personOf(c))} />);
}
