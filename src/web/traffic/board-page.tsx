import { type PageContext, usePage } from '../frame/context.ts';
import { Empty } from '../frame/empty.tsx';
import { ActButton } from '../frame/form.tsx';
import { dayOfMonth, formatDayAndMonth, formatMonthName } from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';
import { Note } from '../frame/note.tsx';
import { ListPage } from '../frame/page.tsx';
import { Rich } from '../frame/rich.tsx';
import { type Done, Toast } from '../frame/toast.tsx';
import { Board, type BoardView } from './board.tsx';
import { FlightForm, type FlightFormView } from './flight-form.tsx';

export interface BoardPageView {
  /** "35 चैनल · 7 ज़िले" */
  readonly reach: string;
  /** First and last day shown, `2026-11-23`. */
  readonly from: string;
  readonly until: string;
  readonly previousHref: string;
  readonly nextHref: string;
  /** All orders. */
  readonly flightsHref: string;
  /** The main act: a page that shows what changes, then releases. None when tomorrow is out already. */
  readonly releaseHref?: string | undefined;
  readonly conflicts: readonly ConflictView[];
  /** By when they must be mended: "गुरुवार से पहले सुलझाएँ". */
  readonly conflictsBy?: string | undefined;
  readonly board: BoardView;
  /** None for those who only look. */
  readonly flight?: FlightFormView | undefined;
  readonly islands: readonly string[];
  readonly done?: Done | undefined;
  readonly changedAt?: Date | undefined;
}

/** A conflict in words with its one mending act; **stars** mark what is bold. */
export interface ConflictView {
  readonly text: string;
  readonly mend?:
    | { readonly label: string; readonly action: string; readonly fields: Readonly<Record<string, string>> }
    | undefined;
}

/** Traffic (06): what fills the week, what clashes, and a new order with its effect said before the act. */
export function BoardPage({ context, view }: { context: PageContext; view: BoardPageView }) {
  const { t } = context;
  return (
    <ListPage
      context={context}
      title={t('nav.traffic')}
      place="traffic"
      islands={view.islands}
      changedAt={view.changedAt}
    >
      <Head view={view} />
      {view.conflicts.length > 0 && <Conflicts view={view} />}
      <div class={view.flight ? 'two side' : 'stack'}>
        {view.board.rows.length > 0 ? <Board view={view.board} /> : <Empty title={t('empty.week')} icon="traffic" />}
        {view.flight && <FlightForm view={view.flight} />}
      </div>
      {view.done && <Toast done={view.done} />}
    </ListPage>
  );
}

function Head({ view }: { view: BoardPageView }) {
  const { t, language } = usePage();
  const sameMonth = view.from.slice(0, 7) === view.until.slice(0, 7);
  const title = sameMonth
    ? t('board.week', {
        from: dayOfMonth(view.from),
        until: dayOfMonth(view.until),
        month: formatMonthName(view.from, language),
      })
    : t('board.weekAcross', {
        from: formatDayAndMonth(view.from, language),
        until: formatDayAndMonth(view.until, language),
      });
  return (
    <div class="head">
      <div>
        <p class="sm mut">
          {view.reach} · <a href={view.flightsHref}>{t('flight.list')}</a>
        </p>
        <h1>{title}</h1>
      </div>
      <div class="row np">
        <a class="btn" href={view.previousHref} aria-label={t('board.previousWeek')}>
          <Icon name="back" />
        </a>
        <a class="btn" href={view.nextHref} aria-label={t('board.nextWeek')}>
          <Icon name="fwd" />
        </a>
        {view.releaseHref && (
          <a class="btn go" href={view.releaseHref}>
            {t('act.release')}
          </a>
        )}
      </div>
    </div>
  );
}

function Conflicts({ view }: { view: BoardPageView }) {
  const { t } = usePage();
  const n = view.conflicts.length;
  const count = n === 1 ? t('board.conflict') : t('board.conflicts', { n });
  return (
    <Note icon="warn" tone="bad" title={view.conflictsBy ? `${count}, ${view.conflictsBy}` : count}>
      <ul class="fix">
        {view.conflicts.map((conflict) => (
          <li>
            <span>
              <Rich text={conflict.text} />
            </span>
            {conflict.mend && (
              <ActButton action={conflict.mend.action} fields={conflict.mend.fields}>
                {conflict.mend.label}
              </ActButton>
            )}
          </li>
        ))}
      </ul>
    </Note>
  );
}
