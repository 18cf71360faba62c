import {
  dayAirings,
  type GridCell,
  type GridMark,
  type MonthGrid,
  type MonthSpan,
  monthSpan,
  type PositionAiring,
  readMonthGrid,
} from '../../domain/airing/index.ts';
import { today } from '../../domain/delivery/index.ts';
import { getOperator, listOperators, type Operator } from '../../domain/directory/index.ts';
import { addDays, type BroadcastDay, parseBroadcastDay } from '../../kernel/broadcast-day.ts';
import { frames } from '../../kernel/frames.ts';
import { formatTimecode } from '../../kernel/timecode.ts';
import { formatCount } from '../frame/format.ts';
import { pageContext } from '../http/page-context.ts';
import { personOf, type WebContext } from '../http/route.ts';
import type { MessageKey } from '../locales/index.ts';
import type { DayView } from './day.tsx';
import type { Mark } from './mark.tsx';
import type { MonthRowView } from './month-grid.tsx';
import { MonthPage, type MonthView } from './month-page.tsx';
import { viewDayToConfirm } from './view-yesterday.ts';

const PAGE = 20;
const STATES = ['planned', 'aired', 'proved', 'missing', 'unknown'] as const;

interface Chosen {
  readonly span: MonthSpan;
  readonly operator: Operator | undefined;
  readonly day: BroadcastDay | undefined;
  readonly limit: number;
}

/** The month from the catalogue; an opened day with its rows, and its one-tap form for those who may. */
export function showMonth(c: WebContext) {
  const app = c.get('app');
  const by = personOf(c);
  const context = pageContext(c);
  const all = listOperators(app.catalogue.rows, by.districts);
  const chosen = readChoice(c);
  const shown = all.slice(0, chosen.limit);
  const grid = readMonthGrid(
    app,
    shown.map((operator) => operator.id),
    chosen.span,
  );
  const hrefOf = (more: Record<string, string>) =>
    `/airing?${new URLSearchParams({ month: monthOf(chosen.span), ...more })}`;
  const rowOf = (row: MonthGrid['rows'][number]) => toRow(row, shown, chosen, hrefOf);
  const isPlanned = STATES.some((state) => grid.totals[state] > 0);
  const phoneOperator = chosen.operator ?? shown[0];
  const phoneRow = grid.rows.find((row) => row.operator === phoneOperator?.id);
  const writes = by.role === 'airing' || by.role === 'admin';
  const view: MonthView = {
    reach: context.person?.role ?? '',
    month: chosen.span.from,
    previousHref: `/airing?month=${addDays(chosen.span.from, -1).slice(0, 7)}`,
    nextHref: `/airing?month=${chosen.span.until.slice(0, 7)}`,
    importHref: writes ? '/airing/import' : undefined,
    exportHref: `/api/v1/reports/month.csv?month=${monthOf(chosen.span)}`,
    totals: STATES.map((mark) => ({ mark, plays: grid.totals[mark] })),
    days: grid.days,
    rows: isPlanned ? grid.rows.map(rowOf) : [],
    more: {
      shown: shown.length,
      total: all.length,
      moreHref: shown.length < all.length ? hrefOf({ n: String(chosen.limit + PAGE) }) : undefined,
    },
    phone:
      phoneRow && phoneOperator
        ? {
            action: '/airing',
            operators: shown.map(({ id, name }) => ({ value: id, label: name })),
            chosen: phoneOperator.id,
            row: rowOf(phoneRow),
            month: monthOf(chosen.span),
          }
        : undefined,
    ...openDay(c, chosen, writes),
    done: c.req.query('done') === 'confirmed' ? { text: c.get('t')('month.confirmed') } : undefined,
  };
  return c.html(<MonthPage context={context} view={view} />);
}

function readChoice(c: WebContext): Chosen {
  const app = c.get('app');
  const now = today(app);
  const day = parseBroadcastDay(c.req.query('day') ?? '');
  const operatorId = c.req.query('operator');
  const fallback = { from: now, until: addDays(now, 1) };
  return {
    span: monthSpan(c.req.query('month') ?? '') ?? monthSpan(now.slice(0, 7)) ?? fallback,
    operator: operatorId ? getOperator(app.catalogue.rows, personOf(c), operatorId) : undefined,
    day,
    limit: Math.min(500, Math.max(PAGE, Number(c.req.query('n')) || PAGE)),
  };
}

function monthOf(span: MonthSpan): string {
  return span.from.slice(0, 7);
}

function toRow(
  row: MonthGrid['rows'][number],
  operators: readonly Operator[],
  chosen: Chosen,
  hrefOf: (more: Record<string, string>) => string,
): MonthRowView {
  const name = operators.find((operator) => operator.id === row.operator)?.name ?? row.operator;
  return {
    operator: name,
    cells: row.cells.map((cell: GridCell) => ({
      day: cell.day,
      mark: markOf(cell.mark),
      href: `${hrefOf({ operator: row.operator, day: cell.day })}#d`,
      current: chosen.operator?.id === row.operator && chosen.day === cell.day,
    })),
  };
}

function markOf(mark: GridMark): Mark | undefined {
  if (mark === 'none') return undefined;
  return mark === 'no-log' ? 'noLog' : mark;
}

function openDay(c: WebContext, { operator, day }: Chosen, writes: boolean): Pick<MonthView, 'opened' | 'confirm'> {
  if (!operator || !day) return {};
  const app = c.get('app');
  const action = `/airing/${operator.id}/${day}/confirm`;
  const allHref = `/airing?${new URLSearchParams({ month: day.slice(0, 7), operator: operator.id, day, plays: 'all' })}#d`;
  const form =
    writes && day <= today(app) ? viewDayToConfirm(c, { operatorId: operator.id, day, action, allHref }) : undefined;
  return {
    opened: viewDay(c, operator, day),
    confirm: form && { ...form, title: c.get('t')('month.didAllRun') },
  };
}

function viewDay(c: WebContext, operator: Operator, day: BroadcastDay): DayView {
  const t = c.get('t');
  const rows = dayAirings(c.get('app'), operator.id, day)
    .flatMap(({ plays, airings, isHeard }) =>
      plays.map((play, index) => ({ play, isHeard, airing: airings.positions[index] })),
    )
    .sort((a, b) => a.play.atFrame - b.play.atFrame);
  const sums = STATES.flatMap((state) => {
    const count = rows.filter(({ airing }) => airing?.state === state).length;
    return count > 0 ? [`${formatCount(count)} ${t(`mark.${state}`)}`] : [];
  });
  return {
    operator: operator.name,
    day,
    sum: sums.join(', ') || t('month.nothing'),
    plays: rows.map(({ play, airing, isHeard }) => ({
      time: formatTimecode(frames(play.atFrame)).slice(0, 8),
      name: play.name,
      note: t(noteOf(airing, isHeard)),
      mark: airing?.state === 'unknown' && !isHeard ? 'noLog' : (airing?.state ?? 'unknown'),
    })),
  };
}

/** On what it rests, in one line. */
function noteOf(airing: PositionAiring | undefined, isHeard: boolean): MessageKey {
  if (airing?.flags.includes('contradicted')) return 'month.note.contradicted';
  if (airing?.state === 'planned') return 'month.note.planned';
  if (!isHeard || !airing) return 'month.note.nothing';
  const rests = ['nothing', 'word', 'paper', 'log', 'sound', 'picture'] as const;
  return `month.note.${rests[airing.evidence]}`;
}
