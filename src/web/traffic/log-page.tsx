import { Badge } from '../frame/badge.tsx';
import { type PageContext, usePage } from '../frame/context.ts';
import { ActButton } from '../frame/form.tsx';
import { dayOfMonth, formatDay, formatPercent, formatWeekday } from '../frame/format.ts';
import { ListPage } from '../frame/page.tsx';
import { Fill } from '../frame/progress.tsx';
import { Cell, Table } from '../frame/table.tsx';
import { type Done, Toast } from '../frame/toast.tsx';

export interface LogPageView {
  readonly channel: string;
  readonly day: string;
  readonly backHref: string;
  readonly released: boolean;
  readonly breaks: readonly LogBreakView[];
  /** The week around, to go to or to drop a play on. */
  readonly days: readonly {
    readonly day: string;
    readonly href: string;
    readonly current: boolean;
    readonly open: boolean;
  }[];
  readonly islands: readonly string[];
  readonly done?: Done | undefined;
}

export interface LogBreakView {
  readonly id: string;
  /** `18:58`, of the broadcast day. */
  readonly at: string;
  /** Planned time over break time. */
  readonly fill: number;
  readonly plays: readonly LogPlayView[];
}

export interface LogPlayView {
  readonly at: string;
  readonly house: string;
  readonly name: string;
  /** `0:30` */
  readonly length: string;
  /** Taken out since: why. */
  readonly pulled?: string | undefined;
  /** "Move to…"; none for what can't be moved, or for those who only look. */
  readonly moveHref?: string | undefined;
  /** A person has put it here. */
  readonly locked: boolean;
  readonly unlockAction?: string | undefined;
}

/** One channel's day: its breaks, how full each is, and what stands in it. */
export function LogPage({ context, view }: { context: PageContext; view: LogPageView }) {
  const { t, language } = context;
  return (
    <ListPage context={context} title={`${view.channel} ${formatDay(view.day)}`} place="traffic" islands={view.islands}>
      <div class="head">
        <div>
          <p class="sm mut">
            <a href={view.backHref}>{t('log.back')}</a>
          </p>
          <h1>{view.channel}</h1>
          <p class="row">
            <span>
              {formatWeekday(view.day, language)}, <span class="num">{formatDay(view.day)}</span>
            </span>
            <Badge icon={view.released ? 'lock' : 'clock'} tone={view.released ? 'ok' : undefined}>
              {view.released ? t('log.released') : t('log.open')}
            </Badge>
          </p>
        </div>
      </div>
      {view.done && <Toast done={view.done} />}
      <Days view={view} />
      {view.breaks.map((adBreak) => (
        <BreakCard view={adBreak} day={view.released ? undefined : view.day} />
      ))}
    </ListPage>
  );
}

/** The days of the week; a play that is dropped on one keeps its break. */
function Days({ view }: { view: LogPageView }) {
  const { t, language } = usePage();
  return (
    <nav class="chips" aria-label={t('move.day')}>
      {view.days.map(({ day, href, current, open }) => (
        <a class="chip" href={href} aria-current={current ? 'true' : undefined} data-drop-day={open ? day : undefined}>
          {formatWeekday(day, language, 'short')} {dayOfMonth(day)}
        </a>
      ))}
    </nav>
  );
}

function BreakCard({ view, day }: { view: LogBreakView; day: string | undefined }) {
  const { t } = usePage();
  return (
    <section class="card stack" data-drop-day={day} data-drop-break={day && view.id}>
      <h2>{t('log.break', { at: view.at, percent: formatPercent(view.fill) })}</h2>
      <Fill share={view.fill} />
      {view.plays.length === 0 ? <p class="mut">{t('log.empty')}</p> : <Plays plays={view.plays} />}
    </section>
  );
}

function Plays({ plays }: { plays: readonly LogPlayView[] }) {
  const { t } = usePage();
  const at = { label: t('log.at') };
  const length = { label: t('log.length'), number: true };
  const acts = { label: t('list.acts'), acts: true };
  return (
    <Table columns={[{ label: t('flight.spot') }, at, length, acts]}>
      {plays.map((play) => (
        <tr draggable={play.moveHref ? 'true' : undefined} data-move={play.moveHref}>
          <th scope="row">
            {play.name}
            <br />
            <small class="mut num">{play.house}</small>
            {play.locked && (
              <>
                <br />
                <Badge icon="lock">{t('move.locked')}</Badge>
              </>
            )}
            {play.pulled && (
              <>
                <br />
                <Badge icon="off" tone="bad">
                  {play.pulled}
                </Badge>
              </>
            )}
          </th>
          <Cell column={at}>{play.at}</Cell>
          <Cell column={length}>{play.length}</Cell>
          <Cell column={acts}>
            <Acts play={play} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}

function Acts({ play }: { play: LogPlayView }) {
  const { t } = usePage();
  if (!play.moveHref) return null;
  return (
    <div class="stack">
      <a class="btn q" href={play.moveHref}>
        {t('move.to')}
        <span class="vh">
          {' '}
          {play.name}, {play.at}
        </span>
      </a>
      {play.unlockAction && (
        <ActButton action={play.unlockAction} class="q">
          {t('move.unlock')}
        </ActButton>
      )}
    </div>
  );
}
