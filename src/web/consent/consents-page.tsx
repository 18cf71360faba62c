import { Badge } from '../frame/badge.tsx';
import { type PageContext, usePage } from '../frame/context.ts';
import { Empty } from '../frame/empty.tsx';
import { formatDate, formatDay } from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';
import { Note } from '../frame/note.tsx';
import { ListPage } from '../frame/page.tsx';
import { Words } from '../frame/words.tsx';
import { SaidNo } from './said-no.tsx';

export interface ConsentsView {
  /** House number or short number of the spot, and whose it is. */
  readonly number: string;
  readonly name: string;
  readonly spotHref: string;
  /** For those who review. */
  readonly reviewHref?: string | undefined;
  /** For those who may record one. */
  readonly recordHref?: string | undefined;
  /** For those who may write down that it was taken back; none while none is live. */
  readonly withdrawAction?: string | undefined;
  readonly cableInForce: boolean;
  /** The last recorded first. */
  readonly consents: readonly ConsentRowView[];
}

export interface ConsentRowView {
  readonly id: string;
  readonly cable: boolean;
  readonly social: boolean;
  readonly givenOn: string;
  readonly how: 'form' | 'spoken';
  readonly guardian: string | undefined;
  readonly validUntil: string | undefined;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly withdrawnAt: Date | undefined;
}

/** What a spot's person has allowed, in order; the form or the voice opens on its own, for each look at it is recorded. */
export function ConsentsPage({ context, view }: { context: PageContext; view: ConsentsView }) {
  const { t } = context;
  return (
    <ListPage context={context} title={`${view.name} · ${t('consent.title')}`} place="spots">
      <p class="row wraps">
        <a class="btn q" href={view.spotHref}>
          <Icon name="back" />
          {t('consent.toSpot')}
        </a>
        {view.reviewHref && (
          <a class="btn q" href={view.reviewHref}>
            {t('consent.toReview')}
          </a>
        )}
      </p>
      <div class="head">
        <div>
          <p class="sm mut code">{view.number}</p>
          <h1>
            {t('consent.title')}: <Words text={view.name} />
          </h1>
        </div>
        {view.recordHref && (
          <a class="btn" href={view.recordHref}>
            <Icon name="plus" />
            {t(view.consents.length > 0 ? 'consent.recordNew' : 'home.addConsent')}
          </a>
        )}
      </div>
      <Note tone={view.cableInForce ? 'ok' : 'bad'} icon={view.cableInForce ? 'okc' : 'warn'}>
        <span>{t(view.cableInForce ? 'consent.inForce' : 'consent.notInForce')}</span>
      </Note>
      {view.consents.length === 0 && <Empty title={t('consent.none')} icon="file" />}
      {view.withdrawAction && (
        <section class="card form1">
          <SaidNo action={view.withdrawAction} />
        </section>
      )}
      {view.consents.map((consent) => (
        <ConsentCard consent={consent} />
      ))}
    </ListPage>
  );
}

function ConsentCard({ consent }: { consent: ConsentRowView }) {
  const { t } = usePage();
  return (
    <section class="card stack">
      <div class="key">
        <Scope allowed={consent.cable} label={t('consent.cable')} />
        <Scope allowed={consent.social} label={t('consent.social')} />
        {consent.withdrawnAt && (
          <Badge tone="bad" icon="off">
            {t('consent.takenBackOn', { day: formatDate(consent.withdrawnAt) })}
          </Badge>
        )}
      </div>
      <dl class="facts">
        <Fact term={t('consent.date')} text={formatDay(consent.givenOn)} />
        <Fact term={t('consent.given')} text={t(consent.how === 'form' ? 'consent.onForm' : 'consent.byVoice')} />
        {consent.guardian && <Fact term={t('consent.guardianName')} text={consent.guardian} />}
        {consent.validUntil && <Fact term={t('consent.lastDay')} text={formatDay(consent.validUntil)} />}
        <Fact
          term={t('consent.recordedBy')}
          text={[consent.recordedBy, formatDate(consent.recordedAt)].filter(Boolean).join(' · ')}
        />
      </dl>
      <div>
        <a class="btn" href={`/api/v1/consents/${consent.id}/evidence`}>
          <Icon name={consent.how === 'form' ? 'file' : 'mic'} />
          {t(consent.how === 'form' ? 'consent.openForm' : 'consent.openVoice')}
        </a>
      </div>
      <p class="sm mut">{t('consent.lookKept')}</p>
    </section>
  );
}

function Scope(props: { allowed: boolean; label: string }) {
  const { t } = usePage();
  return (
    <Badge tone={props.allowed ? 'ok' : undefined} icon={props.allowed ? 'okc' : 'xc'}>
      {`${props.label}: ${t(props.allowed ? 'consent.allowed' : 'consent.notAllowed')}`}
    </Badge>
  );
}

function Fact(props: { term: string; text: string }) {
  return (
    <div>
      <dt class="mut">{props.term}</dt>
      <dd>
        <Words text={props.text} />
      </dd>
    </div>
  );
}
