import { Badge } from '../frame/badge.tsx';
import { type PageContext, usePage } from '../frame/context.ts';
import { Empty } from '../frame/empty.tsx';
import { Poster } from '../frame/film-frame.tsx';
import { ActButton } from '../frame/form.tsx';
import { formatCount, formatDate, formatDay, formatWhen } from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';
import { Note } from '../frame/note.tsx';
import { ListPage } from '../frame/page.tsx';
import { Fill } from '../frame/progress.tsx';
import { type Done, Toast } from '../frame/toast.tsx';
import { Words } from '../frame/words.tsx';
import { type AnswerView, RecallAnswers } from './recall-answers.tsx';

export interface RecallsView {
  /** The act that calls a spot back; none for those who only look. */
  readonly recallHref?: string | undefined;
  /** The one that is opened: the newest not yet confirmed by all. */
  readonly open?: OpenRecallView | undefined;
  readonly others: readonly {
    readonly name: string;
    readonly scheme: string;
    readonly at: Date;
    readonly acked: number;
    readonly operators: number;
    readonly href: string;
    readonly isLifted: boolean;
  }[];
  readonly done?: Done | undefined;
  readonly changedAt?: Date | undefined;
}

export interface OpenRecallView {
  readonly poster?: string | undefined;
  readonly houseNumber: string;
  readonly scheme: string;
  /** "अनिल बैरागी, ग्राम पिपलौदा" */
  readonly title: string;
  readonly reason: string;
  readonly at: Date;
  readonly acked: number;
  readonly operators: number;
  /** Plays still in lists that operators fetched before, and how many operators hold them. */
  readonly atRisk?: { readonly operators: number; readonly plays: number } | undefined;
  /** Who has not answered first, by the next planned time. */
  readonly answers: readonly AnswerView[];
  readonly restHref?: string | undefined;
  /** It stands no more: the spot may run again. */
  readonly isLifted: boolean;
  /** The act that lets it run again; none where consent ended, or for those who only look. */
  readonly liftAction?: string | undefined;
  /** Day on which the film is erased, `2026-12-23`; none where no such time is set. */
  readonly erased?: { readonly on: string; readonly afterDays: number } | undefined;
}

/** Recalls (10): who confirmed, who must be telephoned, what happens next. */
export function RecallsPage({ context, view }: { context: PageContext; view: RecallsView }) {
  const { t } = context;
  return (
    <ListPage context={context} title={t('recalls.title')} place="delivery" changedAt={view.changedAt}>
      <div class="head">
        <div>
          <p class="sm mut">{t('nav.delivery')}</p>
          <h1>{t('recalls.title')}</h1>
        </div>
        {view.recallHref && (
          <a class="btn bad np" href={view.recallHref}>
            {t('act.recall')}
          </a>
        )}
      </div>
      {view.done && <Toast done={view.done} />}
      {!view.open && view.others.length === 0 ? (
        <Empty title={t('empty.recalls')} icon="okc" />
      ) : (
        <div class="two side">
          <section class="stack">
            {view.open && <OpenRecall recall={view.open} />}
            {view.open && (
              <RecallAnswers
                answers={view.open.answers}
                operators={view.open.operators}
                restHref={view.open.restHref}
              />
            )}
          </section>
          <aside class="stack">
            {view.others.length > 0 && <Others others={view.others} />}
            {view.open?.erased && (
              <Note icon="clock" tone="wait" title={t('recalls.whatNext')}>
                <span class="sm">
                  {t('recalls.erased', {
                    days: view.open.erased.afterDays,
                    day: formatDay(view.open.erased.on),
                  })}
                </span>
              </Note>
            )}
          </aside>
        </div>
      )}
    </ListPage>
  );
}

function OpenRecall({ recall }: { recall: OpenRecallView }) {
  const { t, language, now } = usePage();
  return (
    <div class="card stack">
      <div class="hd">
        <div class="thumb">
          <Poster image={recall.poster} />
        </div>
        <div>
          <p class="sm mut">
            <span class="code">{recall.houseNumber}</span> · <Words text={recall.scheme} />
          </p>
          <h2>
            <Words text={recall.title} />
          </h2>
          <p class="sm">
            {recall.reason} · {formatWhen(recall.at, now, language)}
          </p>
        </div>
      </div>
      {recall.isLifted ? (
        <p class="row c-ok">
          <Icon name="okc" />
          {t('recalls.isLifted')}
        </p>
      ) : (
        <Answered recall={recall} />
      )}
      {recall.liftAction && (
        <div class="row1">
          <p class="sm mut">{t('recalls.liftText')}</p>
          <ActButton action={recall.liftAction}>{t('recalls.lift')}</ActButton>
        </div>
      )}
    </div>
  );
}

function Answered({ recall }: { recall: OpenRecallView }) {
  const { t } = usePage();
  return (
    <div class="stack t">
      <p>
        <b class="xl num">
          {formatCount(recall.acked)} / {formatCount(recall.operators)}
        </b>{' '}
        {t('recalls.confirmed')}
      </p>
      <Fill share={recall.operators > 0 ? recall.acked / recall.operators : 1} />
      <ul class="sm stack t">
        <li class="row c-ok">
          <Icon name="okc" />
          {t('recalls.goneNow')}
        </li>
        {recall.atRisk && (
          <li class="row c-wait">
            <Icon name="warn" />
            {t('recalls.atRisk', {
              operators: formatCount(recall.atRisk.operators),
              plays: formatCount(recall.atRisk.plays),
            })}
          </li>
        )}
      </ul>
    </div>
  );
}

function Others({ others }: Pick<RecallsView, 'others'>) {
  const { t } = usePage();
  return (
    <div class="card flat">
      <h2 class="pad">
        {t('recalls.others')} <span class="mut">{formatCount(others.length)}</span>
      </h2>
      <nav class="rows" aria-label={t('recalls.others')}>
        {others.map((recall) => (
          <a class="r2" href={recall.href}>
            <div>
              <b>
                <Words text={recall.name} />
              </b>
              <br />
              <small class="mut">
                <Words text={recall.scheme} /> · {formatDate(recall.at)}
              </small>
            </div>
            {recall.isLifted ? (
              <Badge icon="undo">{t('recalls.isLifted')}</Badge>
            ) : (
              <Badge
                icon={recall.acked >= recall.operators ? 'okc' : 'clock'}
                tone={recall.acked >= recall.operators ? 'ok' : 'wait'}
              >
                {formatCount(recall.acked)} / {formatCount(recall.operators)}
              </Badge>
            )}
          </a>
        ))}
      </nav>
    </div>
  );
}
