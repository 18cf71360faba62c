import { FlowPage } from '../web/frame/page.tsx';
import { pageContext } from '../web/http/page-context.ts';
import type { Route, WebContext } from '../web/http/route.ts';
import { describeApi } from './openapi.ts';

/** `/openapi.json` and the readable `/api`, both from the rows of the policy table that they are given. */
export function describingRoutes(described: () => readonly Route[]): readonly Route[] {
  const open = { who: 'anyone', owner: 'none', method: 'GET' } as const;
  return [
    {
      ...open,
      path: '/openapi.json',
      kind: 'machine',
      summary: 'The API, for machines',
      handler: (c) => c.json(describeApi(c.get('app'), described())),
    },
    { ...open, path: '/api', kind: 'page', summary: 'The API, for people', handler: (c) => showApi(c, described()) },
  ];
}

function showApi(c: WebContext, routes: readonly Route[]) {
  const rows = routes.filter((route) => route.kind === 'api' || route.path.startsWith('/o/'));
  return c.html(
    <FlowPage context={pageContext(c)} title="API" foot>
      <h1>API</h1>
      <p>
        <a href="/openapi.json">openapi.json</a>
      </p>
      <ul class="rows card flat">
        {rows.map((route) => (
          <li>
            <span class="cut-all" lang="en">
              <b class="code">{route.method}</b> <code>{route.path}</code>
            </span>
            <span class="sm mut" lang="en">
              {route.summary}
            </span>
          </li>
        ))}
      </ul>
    </FlowPage>,
  );
}
