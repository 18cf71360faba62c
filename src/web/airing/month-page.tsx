import { Yesterday, type YesterdayView } from '../delivery/yesterday.tsx';
import { type PageContext, usePage } from '../frame/context.ts';
import { Empty } from '../frame/empty.tsx';
import { formatCount, formatMonth } from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';
import { Note } from '../frame/note.tsx';
import { ListPage } from '../frame/page.tsx';
import { More, type MoreView } from '../frame/pagination.tsx';
import { type Done, Toast } from '../frame/toast.tsx';
import { type DayView, MakeGood, OpenedDay } from './day.tsx';
import { type Mark, MarkKey } from './mark.tsx';
import { MonthGrid, type MonthRowView, PhoneMonth, type PhoneMonthView } from './month-grid.tsx';

export interface MonthView {
  readonly reach: string;
  /** Any day of the month, `2026-11-01`. */
  readonly month: string;
  readonly previousHref?: string | undefined;
  readonly nextHref?: string | undefined;
  readonly importHref?: string | undefined;
  readonly exportHref: string;
  readonly totals: readonly { readonly mark: Mark; readonly plays: number }[];
  /** `2026-11-01` … */
  readonly days: readonly string[];
  readonly rows: readonly MonthRowView[];
  readonly more: MoreView;
  /** On phones one operator's month stands for the grid. */
  readonly phone?: PhoneMonthView | undefined;
  readonly opened?: DayView | undefined;
  /** One tap for the opened day; none for those who only look, and for days to come. */
  readonly confirm?: YesterdayView | undefined;
  readonly done?: Done | undefined;
  readonly changedAt?: Date | undefined;
}

/** A month of airings (08): operators down, days across, the opened day with its evidence. */
export function MonthPage({ context, view }: { context: PageContext; view: MonthView }) {
  const { t } = context;
  return (
    <ListPage
      context={context}
      title={t('nav.airing')}
      place="airing"
      islands={['yesterday.island.js']}
      changedAt={view.changedAt}
    >
      <Head view={view} />
      <p class="key">
        {view.totals.map((total) => (
          <MarkKey mark={total.mark} count={formatCount(total.plays)} />
        ))}
      </p>
      {view.rows.length === 0 ? (
        <Empty title={t('month.empty')} text={t('month.emptyText')} icon="air" />
      ) : (
        <>
          <MonthGrid days={view.days} rows={view.rows} />
          {view.phone && <PhoneMonth view={view.phone} days={view.days} />}
          <More view={view.more} />
        </>
      )}
      {view.opened && (
        <section class="two side" id="d">
          <OpenedDay view={view.opened} />
          <div class="stack">
            {view.confirm && <Yesterday view={view.confirm} />}
            {view.opened.makeGood && <MakeGood view={view.opened.makeGood} />}
            <Note>
              <span class="sm">{t('airing.missingRule')}</span>
            </Note>
          </div>
        </section>
      )}
      {view.done && <Toast done={view.done} />}
    </ListPage>
  );
}

function Head({ view }: { view: MonthView }) {
  const { t, language } = usePage();
  return (
    <div class="head">
      <div>
        <p class="sm mut">{view.reach}</p>
        <h1>{formatMonth(view.month, language)}</h1>
      </div>
      <div class="row np wraps">
        {view.previousHref && (
          <a class="btn" href={view.previousHref} aria-label={t('month.previous')}>
            <Icon name="back" />
          </a>
        )}
        {view.nextHref && (
          <a class="btn" href={view.nextHref} aria-label={t('month.next')}>
            <Icon name="fwd" />
          </a>
        )}
        {view.importHref && (
          <a class="btn" href={view.importHref}>
            <Icon name="file" />
            {t('month.import')}
          </a>
        )}
        <a class="btn" href={view.exportHref}>
          <Icon name="down" />
          Excel
        </a>
      </div>
    </div>
  );
}
