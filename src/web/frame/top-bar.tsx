import type { Child } from 'hono/jsx';
import { BrandMark } from './brand.tsx';
import { usePage } from './context.ts';
import { Icon } from './icon.tsx';

/** Top bar of list pages: brand on phones, search on desks, bell, language, account. */
export function ListTopBar() {
  const { t, person } = usePage();
  return (
    <header class="top">
      <a class="brand" href="/">
        <BrandMark />
        {t('brand')}
      </a>
      {/* biome-ignore lint/a11y/useSemanticElements: Chrome 80 knows no <search> */}
      <form class="find dk" role="search" action="/spots">
        <label class="vh" for="gq">
          {t('search.label')}
        </label>
        <Icon name="search" />
        <input id="gq" name="q" type="search" placeholder={t('search.hint')} />
      </form>
      <div class="acts">
        {person && <Bell unread={person.unreadNotices} />}
        <LanguageSwitch />
        {person && (
          <a class="ib dk" href="/account" aria-label={t('frame.account')}>
            <Icon name="user" />
          </a>
        )}
      </div>
    </header>
  );
}

/** Top bar of flow pages: a way back and the name of the task, or the brand. */
export function FlowTopBar(props: { back?: string | undefined; children?: Child }) {
  const { t } = usePage();
  return (
    <header class="top">
      {props.back === undefined ? (
        <span class="brand">
          <BrandMark />
          {props.children ?? t('brand')}
        </span>
      ) : (
        <div class="row">
          <a class="ib" href={props.back} aria-label={t('frame.back')}>
            <Icon name="back" />
          </a>
          <b>{props.children}</b>
        </div>
      )}
      <div class="acts">
        <LanguageSwitch />
      </div>
    </header>
  );
}

function Bell(props: { unread: number }) {
  const { t } = usePage();
  const label = props.unread > 0 ? t('frame.noticesNew', { n: props.unread }) : t('frame.notices');
  return (
    <a class="ib" href="/notices" aria-label={label} data-part="bell">
      <Icon name="bell" />
      {props.unread > 0 && <b aria-hidden="true">{props.unread > 99 ? '99+' : props.unread}</b>}
    </a>
  );
}

function LanguageSwitch() {
  const { language, path } = usePage();
  const other = language === 'hi' ? 'en' : 'hi';
  return (
    <a
      class="ib"
      href={`/lang/${other}?to=${encodeURIComponent(path)}`}
      lang={other}
      hreflang={other}
      title={other === 'en' ? 'English' : 'हिन्दी'}
    >
      {other === 'en' ? 'EN' : 'हिं'}
    </a>
  );
}
