import { Badge } from '../frame/badge.tsx';
import type { PageContext } from '../frame/context.ts';
import { Dock } from '../frame/dock.tsx';
import { splitSentence } from '../frame/error-page.tsx';
import { formatSize, formatWhen } from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';
import { FlowPage } from '../frame/page.tsx';
import { type MessageKey, messageIn, type Params } from '../locales/index.ts';
import { refusedWords } from './refused-words.ts';

export interface RefusedView {
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly at: Date;
  /** The refusal's message key; its first sentence becomes the heading. */
  readonly user: string;
  readonly params?: Params | undefined;
  /** A short number for the telephone. */
  readonly number: string;
  readonly laterHref: string;
  /** Back to the first step; what was typed is still there. */
  readonly againHref: string;
}

const STEPS: Readonly<Record<string, readonly MessageKey[]>> = {
  'clip.refused.notFilm': ['refused.chooseFilm'],
  'clip.refused.noPicture': ['refused.chooseFilm', 'refused.filmAgain'],
  'clip.refused.short': ['refused.longer'],
  'clip.refused.long': ['refused.trim', 'refused.chooseTrimmed'],
  'clip.refused.big': ['refused.trim', 'refused.chooseTrimmed'],
};
const COMMON_STEPS: readonly MessageKey[] = ['refused.play', 'refused.again', 'refused.filmAgain'];

/** Length and size are the film's own, however it came. */
const ITS_OWN: readonly string[] = ['clip.refused.short', 'clip.refused.long', 'clip.refused.big'];

/** A film that was refused (11c): what happened, that nothing typed is lost, what to do now. */
export function RefusedPage({ context, view }: { context: PageContext; view: RefusedView }) {
  const { t } = context;
  return (
    <FlowPage
      context={context}
      title={t(refusedWords(view.user).title)}
      back={view.laterHref}
      heading={t('send.title')}
      narrow
    >
      <div class="stack l">
        <WhatHappened context={context} view={view} />
        <details>
          <summary>{t('refused.support')}</summary>
          <p class="sm mut">
            {t('refused.number')} <span class="code">{view.number}</span> · {t('refused.tellNumber')}
          </p>
        </details>
      </div>
      <Dock>
        <a class="btn" href={view.laterHref}>
          {t('act.later')}
        </a>
        <a class="btn go" href={view.againHref}>
          <Icon name="cam" />
          {t('act.pickAgain')}
        </a>
      </Dock>
    </FlowPage>
  );
}

function WhatHappened({ context, view }: { context: PageContext; view: RefusedView }) {
  const { t, language, now } = context;
  const { first, rest } = splitSentence(messageIn(language, view.user, view.params));
  return (
    <section class="stack">
      <div class="hd">
        <div class="pos thumb broken">
          <Icon name="file" />
        </div>
        <div>
          <b class="name">{view.fileName}</b>
          <br />
          <small class="mut">
            {formatSize(view.sizeBytes)} · {formatWhen(view.at, now, language)}
          </small>
          <br />
          <Badge icon="xc" tone="bad">
            {t(refusedWords(view.user).badge)}
          </Badge>
        </div>
      </div>
      <div>
        <h1>{first}</h1>
        <p>
          {rest} <b>{t('refused.kept')}</b>
        </p>
      </div>
      <div class="card stack t">
        <h2>{t('refused.now')}</h2>
        <ol class="nums">
          {(STEPS[view.user] ?? COMMON_STEPS).map((key) => (
            <li>{t(key)}</li>
          ))}
        </ol>
      </div>
      {!ITS_OWN.includes(view.user) && <p class="sm mut">{t('refused.whatsapp')}</p>}
    </section>
  );
}
