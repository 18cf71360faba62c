import { usePage } from '../frame/context.ts';
import { dayOfMonth, formatCount, formatPercent, formatWeekday } from '../frame/format.ts';
import { Icon, type IconName } from '../frame/icon.tsx';
import { Fill } from '../frame/progress.tsx';

export interface BoardView {
  /** The days across, `2026-11-23`. */
  readonly days: readonly string[];
  readonly rows: readonly BoardRowView[];
  /** Channels in all; more than the rows when some are left out. */
  readonly channels: number;
  readonly allHref?: string | undefined;
}

export interface BoardRowView {
  readonly channel: string;
  readonly district: string;
  /** One for each day. */
  readonly cells: readonly BoardCellView[];
}

export interface BoardCellView {
  /** Planned time over break time; may pass 1. */
  readonly fill: number;
  readonly state: 'plain' | 'nearlyFull' | 'conflict' | 'released';
  /** Opens the day's breaks. */
  readonly href: string;
}

const STATES: Readonly<Record<BoardCellView['state'], { tone: string; icon?: IconName }>> = {
  plain: { tone: '' },
  nearlyFull: { tone: ' wait', icon: 'clock' },
  conflict: { tone: ' bad', icon: 'warn' },
  released: { tone: '', icon: 'lock' },
};

/** How full each channel's day is. One Tab stop with the island (arrows inside); plain links without. */
export function Board({ view }: { view: BoardView }) {
  const { t, language } = usePage();
  return (
    <section class="card flat">
      <table class="board" data-grid>
        <caption class="vh">{t('board.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('board.channel')}</th>
            {view.days.map((day) => (
              <th scope="col">
                {formatWeekday(day, language, 'short')} <span class="num">{dayOfMonth(day)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <tr>
              <th scope="row">
                {row.channel}
                <br />
                <small class="mut">{row.district}</small>
              </th>
              {row.cells.map((cell, index) => (
                <BoardCell cell={cell} channel={row.channel} day={view.days[index] ?? ''} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Key view={view} />
    </section>
  );
}

function BoardCell({ cell, channel, day }: { cell: BoardCellView; channel: string; day: string }) {
  const { t, language } = usePage();
  const { tone, icon } = STATES[cell.state];
  const percent = formatPercent(cell.fill);
  const label = t('board.cell', { channel, day: formatWeekday(day, language), percent });
  return (
    <td data-d={`${formatWeekday(day, language, 'narrow')} ${dayOfMonth(day)}`}>
      <a
        class={`cell${tone}`}
        href={cell.href}
        aria-label={
          cell.state === 'plain'
            ? label
            : `${label}, ${t(`board.${cell.state === 'conflict' ? 'conflictMark' : cell.state}`)}`
        }
      >
        <span class="row">
          <span class="num">{percent}</span>
          {icon && <Icon name={icon} />}
        </span>
        <Fill share={cell.fill} />
      </a>
    </td>
  );
}

function Key({ view }: { view: BoardView }) {
  const { t } = usePage();
  const has = (state: BoardCellView['state']) =>
    view.rows.some((row) => row.cells.some((cell) => cell.state === state));
  return (
    <p class="key pad mut">
      <KeyItem icon="warn" text={t('board.conflictMark')} />
      <KeyItem icon="clock" text={t('board.over95')} />
      {has('released') && <KeyItem icon="lock" text={t('board.released')} />}
      {view.allHref && (
        <>
          <span>{t('board.shown', { n: formatCount(view.rows.length), all: formatCount(view.channels) })}</span>
          <a class="btn q" href={view.allHref}>
            {t('board.showAll')}
          </a>
        </>
      )}
    </p>
  );
}

function KeyItem(props: { icon: IconName; text: string }) {
  return (
    <span>
      <Icon name={props.icon} />
      {props.text}
    </span>
  );
}
