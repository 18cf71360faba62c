import { FlowPage } from '../frame/page.tsx';
import { messageIn, type Params } from '../locales/index.ts';
import { pageContext } from './page-context.ts';
import type { WebContext } from './route.ts';

/** The page for a request that ended in an error: what happened, a number for the telephone, a way back. */
export function errorPage(c: WebContext, trouble: { status: number; key: string; params?: Params }) {
  const t = c.get('t');
  const title = messageIn(c.get('language'), trouble.key, trouble.params);
  return (
    <FlowPage context={pageContext(c)} title={String(trouble.status)} narrow foot>
      <div class="stack">
        <h1>{title}</h1>
        <p class="mut">{t('error.help', { id: c.get('requestId') })}</p>
        <a class="btn go" href="/">
          {t('error.back')}
        </a>
      </div>
    </FlowPage>
  );
}
