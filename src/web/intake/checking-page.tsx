import type { PageContext } from '../frame/context.ts';
import { FlowPage } from '../frame/page.tsx';
import { StateBadge } from './clip-card.tsx';

export interface CheckingView {
  readonly number: string;
  readonly fileName: string;
}

/** A clip that is being looked at: nothing to do but wait. */
export function CheckingPage({ context, view }: { context: PageContext; view: CheckingView }) {
  const { t } = context;
  return (
    <FlowPage context={context} title={t('clip.title')} back="/" heading={t('clip.title')} narrow>
      <section class="card stack">
        <div>
          <h1>{view.number}</h1>
          <p class="mut name">{view.fileName}</p>
        </div>
        <StateBadge kind="making" />
        <p>{t('clip.checking')}</p>
        <small class="mut">{t('make.waitOpen')}</small>
      </section>
    </FlowPage>
  );
}
