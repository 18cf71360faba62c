import { Badge } from '../frame/badge.tsx';
import { type PageContext, usePage } from '../frame/context.ts';
import { formatDay, formatPercent, formatWeekday } from '../frame/format.ts';
import { ListPage } from '../frame/page.tsx';
import { Fill } from '../frame/progress.tsx';
import { Cell, Table } from '../frame/table.tsx';

export interface LogPageView {
  readonly channel: string;
  readonly day: string;
  readonly backHref: string;
  readonly released: boolean;
  readonly breaks: readonly LogBreakView[];
}

export interface LogBreakView {
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
}

/** One channel's day: its breaks, how full each is, and what stands in it. */
export function LogPage({ context, view }: { context: PageContext; view: LogPageView }) {
  const { t, language } = context;
  return (
    <ListPage context={context} title={`${view.channel} ${formatDay(view.day)}`} place="traffic">
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
      {view.breaks.map((adBreak) => (
        <BreakCard view={adBreak} />
      ))}
    </ListPage>
  );
}

function BreakCard({ view }: { view: LogBreakView }) {
  const { t } = usePage();
  return (
    <section class="card stack">
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
  return (
    <Table columns={[{ label: t('flight.spot') }, at, length]}>
      {plays.map((play) => (
        <tr>
          <th scope="row">
            {play.name}
            <br />
            <small class="mut num">{play.house}</small>
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
        </tr>
      ))}
    </Table>
  );
}
