import { type PageContext, usePage } from '../frame/context.ts';
import { ActButton } from '../frame/form.tsx';
import { formatClock, formatCount, formatDay, formatSize, formatWeekday } from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';
import { FlowPage } from '../frame/page.tsx';
import { type Done, Toast } from '../frame/toast.tsx';
import { Words } from '../frame/words.tsx';
import { OperatorFiles, type OperatorFilesView } from './operator-files.tsx';
import { OperatorSetup, type OperatorSetupView } from './operator-setup.tsx';
import { Yesterday, type YesterdayView } from './yesterday.tsx';

export interface OperatorView {
  readonly operator: string;
  readonly channel: string;
  /** `2026-11-23` */
  readonly day: string;
  readonly islands: readonly string[];
  readonly removals: readonly RemovalView[];
  /** Files of a day (today, or one that is released and to come) that are not with the operator yet. */
  readonly fresh: {
    readonly day: string;
    readonly files: number;
    readonly bytes: number;
    readonly present: number;
    readonly href: string;
  };
  readonly today: {
    readonly spots: number;
    readonly plays: number;
    /** Broadcast-day time of the first play, `06:58:00`. */
    readonly first?: string | undefined;
    /** One for each channel that has a list; named where there are several. */
    readonly lists: readonly { readonly channel: string; readonly listHref: string; readonly printHref: string }[];
  };
  /** The lists of the day after, once they are out. */
  readonly next?: { readonly day: string; readonly lists: OperatorView['today']['lists'] } | undefined;
  readonly yesterday?: YesterdayView | undefined;
  readonly files: OperatorFilesView;
  readonly setup: OperatorSetupView;
  /** The district office, as dialled. */
  readonly helpPhone?: string | undefined;
  readonly done?: Done | undefined;
  readonly changedAt?: Date | undefined;
}

export interface RemovalView {
  readonly name: string;
  readonly houseNumber: string;
  /** Why, in one sentence. */
  readonly reason: string;
  readonly stillInList: boolean;
  readonly ackAction: string;
}

/** The operator's day (07): what must go first, then three numbered jobs, then the files. Works in Chrome 80. */
export function OperatorPage({ context, view }: { context: PageContext; view: OperatorView }) {
  const { t, language } = context;
  return (
    <FlowPage
      context={context}
      title={t('op.title')}
      heading={<span class="cut">{view.operator}</span>}
      islands={view.islands}
      foot
      changedAt={view.changedAt}
    >
      <div>
        <p class="mut">
          {formatWeekday(view.day, language)}, {formatDay(view.day)} · {view.channel}
        </p>
        <h1>{t('op.title')}</h1>
      </div>
      {view.removals.map((removal) => (
        <Removal removal={removal} />
      ))}
      {view.done && <Toast done={view.done} />}
      <FreshFiles fresh={view.fresh} today={view.day} />
      <TodaysList today={view.today} next={view.next} />
      {view.yesterday && <Yesterday view={view.yesterday} />}
      <OperatorFiles view={view.files} today={view.day} />
      <OperatorSetup view={view.setup} />
      {view.helpPhone && (
        <p class="row">
          <Icon name="phone" />
          <a class="btn q" href={`tel:${view.helpPhone}`}>
            {t('op.stuck')}
          </a>
        </p>
      )}
    </FlowPage>
  );
}

function Removal({ removal }: { removal: RemovalView }) {
  const { t } = usePage();
  return (
    <div class="note bad" role="alert">
      <Icon name="xc" />
      <b>
        {t('op.removeOne')} <Words text={removal.name} /> ({removal.houseNumber})
      </b>
      <span>
        {removal.reason} {removal.stillInList ? t('op.stillInList') : t('op.notInList')}
      </span>
      <div>
        <ActButton action={removal.ackAction}>
          <Icon name="check" />
          {t('op.removedIt')}
        </ActButton>
      </div>
    </div>
  );
}

function FreshFiles({ fresh, today }: { fresh: OperatorView['fresh']; today: string }) {
  const { t, language } = usePage();
  const size = formatSize(fresh.bytes);
  if (fresh.files === 0)
    return (
      <section class="card stack">
        <div>
          <h2>1. {t('op.getNew')}</h2>
          <p class="mut">{t('op.haveAll')}</p>
        </div>
      </section>
    );
  return (
    <section class="card stack">
      <div class="row1">
        <div>
          <h2>1. {t('op.getNew')}</h2>
          <p class="mut">
            {t('op.newFiles', { n: formatCount(fresh.files), size })}
            {fresh.day !== today && ` ${t('op.forDay', { day: sayDay(fresh.day, language) })}`}
            {fresh.present > 0 && ` ${t('op.restPresent', { n: formatCount(fresh.present) })}`}
          </p>
        </div>
        <a class="btn go big" href={fresh.href}>
          <Icon name="down" />
          {fresh.files === 1 ? t('op.getOne', { size }) : t('op.getAll', { size })}
        </a>
      </div>
    </section>
  );
}

function sayDay(day: string, language: 'hi' | 'en'): string {
  return `${formatWeekday(day, language)}, ${formatDay(day)}`;
}

function TodaysList({ today, next }: Pick<OperatorView, 'today' | 'next'>) {
  const { t, language } = usePage();
  const [first, ...others] = today.lists;
  const sum = t('op.listSum', { spots: formatCount(today.spots), plays: formatCount(today.plays) });
  return (
    <section class="card stack">
      <div class="row1">
        <div>
          <h2>2. {t('op.playList')}</h2>
          <p class="mut">
            {!first ? t('op.noListYet') : today.plays === 0 ? t('op.nothingToday') : sum}
            {today.first && `, ${t('op.firstAt', { time: formatClock(today.first, language) })}`}
          </p>
        </div>
        {first && others.length === 0 && <ListButtons list={first} />}
      </div>
      {others.length > 0 &&
        today.lists.map((list) => (
          <div class="row1">
            <b>{list.channel}</b>
            <ListButtons list={list} />
          </div>
        ))}
      {next?.lists.map((list) => (
        <div class="row1">
          <div>
            <b>{t('op.nextList', { day: sayDay(next.day, language) })}</b>
            {next.lists.length > 1 && <p class="mut">{list.channel}</p>}
          </div>
          <ListButtons list={list} />
        </div>
      ))}
    </section>
  );
}

function ListButtons({ list }: { list: OperatorView['today']['lists'][number] }) {
  const { t } = usePage();
  return (
    <div class="pair2">
      <a class="btn" href={list.listHref}>
        <Icon name="play" />
        {t('op.openList')}
      </a>
      <a class="btn" href={list.printHref}>
        <Icon name="print" />
        {t('op.print')}
      </a>
    </div>
  );
}
