import { usePage } from '../frame/context.ts';
import { type Choice, SelectField } from '../frame/field.tsx';
import { dayOfMonth, formatDayAndMonth, formatWeekday } from '../frame/format.ts';
import { type Mark, MarkLink } from './mark.tsx';

export interface MonthRowView {
  readonly operator: string;
  readonly cells: readonly MonthCellView[];
}

export interface MonthCellView {
  readonly day: string;
  /** None: nothing was planned. */
  readonly mark?: Mark | undefined;
  readonly href: string;
  readonly current?: boolean;
}

// A Sunday and the six days after it: the heads of a week.
const WEEK = [
  '2026-11-01',
  '2026-11-02',
  '2026-11-03',
  '2026-11-04',
  '2026-11-05',
  '2026-11-06',
  '2026-11-07',
] as const;

/** Operators down, days across; from 720 px. One Tab stop with the island, arrows inside. */
export function MonthGrid({ days, rows }: { days: readonly string[]; rows: readonly MonthRowView[] }) {
  const { t } = usePage();
  return (
    <section class="card flat hp">
      <section class="tw" tabindex={0} aria-label={t('month.table')}>
        <table class="mon" data-grid>
          <thead>
            <tr>
              <th scope="col">
                <span class="vh">{t('recalls.operator')}</span>
              </th>
              {days.map((day) => (
                <th scope="col" class={isSunday(day) ? 'num we' : 'num'}>
                  {dayOfMonth(day)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <th scope="row">{row.operator}</th>
                {row.cells.map((cell) => (
                  <td class={isSunday(cell.day) ? 'we' : undefined}>
                    <CellMark operator={row.operator} cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

export interface PhoneMonthView {
  /** GET with `operator`: the other operators' months. */
  readonly action: string;
  readonly operators: readonly Choice[];
  readonly chosen: string;
  /** `2026-11`; kept when another operator is chosen. */
  readonly month?: string;
  readonly row: MonthRowView;
}

/** The month of one operator as a calendar, on phones. */
export function PhoneMonth({ view, days }: { view: PhoneMonthView; days: readonly string[] }) {
  const { t, language } = usePage();
  const before = WEEK.findIndex((day) => new Date(day).getUTCDay() === new Date(days[0] ?? '2026-11-01').getUTCDay());
  return (
    <section class="ph stack">
      <form action={view.action} class="stack t" data-auto>
        {view.month && <input type="hidden" name="month" value={view.month} />}
        <SelectField
          id="op"
          name="operator"
          label={t('month.operator')}
          choices={view.operators}
          chosen={view.chosen}
        />
        <button type="submit" class="btn unscripted">
          {t('month.show')}
        </button>
      </form>
      <div class="card">
        <div class="days" aria-hidden="true">
          {WEEK.map((day) => (
            <small class="mut ctr">{formatWeekday(day, language, 'narrow')}</small>
          ))}
        </div>
        <div class="days">
          {WEEK.slice(0, before).map(() => (
            <span />
          ))}
          {view.row.cells.map((cell) => (
            <CellMark operator={view.row.operator} cell={cell} numbered />
          ))}
        </div>
      </div>
    </section>
  );
}

function CellMark(props: { operator: string; cell: MonthCellView; numbered?: boolean }) {
  const { t, language } = usePage();
  const { cell } = props;
  const number = props.numbered ? { number: dayOfMonth(cell.day) } : {};
  if (!cell.mark)
    return (
      <span class="m">
        <span aria-hidden="true">·</span>
        {props.numbered && <span class="num">{dayOfMonth(cell.day)}</span>}
      </span>
    );
  const day = formatDayAndMonth(cell.day, language);
  const label = `${props.operator}, ${day}: ${t(`mark.${cell.mark}`)}`;
  return <MarkLink mark={cell.mark} href={cell.href} label={label} current={cell.current ?? false} {...number} />;
}

function isSunday(day: string): boolean {
  return new Date(day).getUTCDay() === 0;
}
