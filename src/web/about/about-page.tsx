import type { PageContext } from '../frame/context.ts';
import { FlowPage } from '../frame/page.tsx';
import { Rich } from '../frame/rich.tsx';
import type { MessageKey } from '../locales/index.ts';

export interface AboutView {
  readonly title: MessageKey;
  readonly sections: readonly { readonly heading: MessageKey; readonly texts: readonly MessageKey[] }[];
}

/** A page of headings and short paragraphs that anybody may read. */
export function AboutPage({ context, view }: { context: PageContext; view: AboutView }) {
  const { t } = context;
  return (
    <FlowPage context={context} title={t(view.title)} back="/" heading={t('brand')} foot>
      <h1>{t(view.title)}</h1>
      {view.sections.map((section) => (
        <section class="card stack">
          <h2>{t(section.heading)}</h2>
          {section.texts.map((text) => (
            <p>
              <Rich text={t(text)} />
            </p>
          ))}
        </section>
      ))}
    </FlowPage>
  );
}
