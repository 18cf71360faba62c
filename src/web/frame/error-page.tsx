import type { PageContext } from './context.ts';
import { Icon } from './icon.tsx';
import { FlowPage } from './page.tsx';

export interface ErrorView {
  readonly status: number;
  /** What happened and what to do, in the page's language; its first sentence becomes the heading. */
  readonly message: string;
  /** A short number for the telephone. */
  readonly number: string;
  readonly backHref: string;
  /** Tried again by itself (island `page`) after so many seconds. */
  readonly retrySeconds?: number | undefined;
}

/** 403, 404, 412, 500 and their kin: what happened, what now, a way back, a number to tell. */
export function ErrorPage({ context, view }: { context: PageContext; view: ErrorView }) {
  const { t } = context;
  const { first, rest } = splitSentence(view.message);
  return (
    <FlowPage context={context} title={first} narrow foot>
      <section class="stack l" data-retry={view.retrySeconds}>
        <span class="disc">
          <Icon name={view.status >= 500 ? 'off' : view.status === 403 ? 'lock' : 'search'} />
        </span>
        <div>
          <h1>{first}</h1>
          {rest && <p>{rest}</p>}
        </div>
        <a class="btn go big" href={view.backHref}>
          {t('error.back')}
        </a>
        <p class="sm mut">{t('error.help', { id: view.number })}</p>
      </section>
    </FlowPage>
  );
}

/** The first sentence without its stop, and what follows it: a heading and its text. */
export function splitSentence(text: string): { first: string; rest: string } {
  const match = /^(.+?)(?:।|\. |\.$)\s*(.*)$/s.exec(text);
  return match ? { first: match[1] ?? text, rest: match[2] ?? '' } : { first: text, rest: '' };
}
