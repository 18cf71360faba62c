import { usePage } from '../frame/context.ts';
import { formatCount } from '../frame/format.ts';

export interface TrendView {
  /** Up to twelve weeks, oldest first; `week` is the week's number in the year. */
  readonly weeks: readonly { readonly week: number; readonly made: number; readonly approved: number }[];
}

const LEFT = 40;
const RIGHT = 334;
const BOTTOM = 168;
const HEIGHT = 150;

/** Made and approved by week: two lines that differ in colour, dash and mark, and the same as a table. */
export function Trend({ view }: { view: TrendView }) {
  const { t } = usePage();
  const { weeks } = view;
  if (weeks.length < 2)
    return (
      <section class="card stack t">
        <h2>{t('trend.title')}</h2>
        <p class="mut">{t('trend.none')}</p>
      </section>
    );
  return (
    <section class="card stack t">
      <h2>{t('trend.title')}</h2>
      <p class="key">
        <span class="acc">━ {t('trend.made')}</span>
        <span class="c-ok">┅ {t('trend.approved')}</span>
      </p>
      <Chart weeks={weeks} />
      <details>
        <summary>{t('trend.asTable')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('trend.week')}</th>
              <th scope="col" class="n">
                {t('trend.made')}
              </th>
              <th scope="col" class="n">
                {t('trend.approved')}
              </th>
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr>
                <th scope="row">{week.week}</th>
                <td class="n">{formatCount(week.made)}</td>
                <td class="n">{formatCount(week.approved)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

/** The drawing alone; the page's table or caption tells the same in words. */
export function Chart({ weeks }: TrendView) {
  const { t } = usePage();
  const top = niceTop(Math.max(1, ...weeks.flatMap((week) => [week.made, week.approved])));
  const x = (index: number) => Math.round(LEFT + (index * (RIGHT - LEFT)) / Math.max(1, weeks.length - 1));
  const y = (value: number) => Math.round(BOTTOM - (value / top) * HEIGHT);
  const path = (pick: 'made' | 'approved') =>
    weeks.map((week, index) => `${index === 0 ? 'M' : 'L'}${x(index)} ${y(week[pick])}`).join('');
  const [first, last] = [weeks[0], weeks[weeks.length - 1]];
  return (
    <svg
      class="chart"
      viewBox="0 0 360 200"
      role="img"
      aria-label={t('trend.label', {
        n: weeks.length,
        madeFirst: first?.made ?? 0,
        madeLast: last?.made ?? 0,
        approvedFirst: first?.approved ?? 0,
        approvedLast: last?.approved ?? 0,
      })}
    >
      {[0, 1, 2, 3].map((step) => {
        const value = (top * step) / 3;
        return (
          <>
            <path class="g" d={`M36 ${y(value)}H350`} />
            <text x="28" y={String(y(value) + 5)} text-anchor="end">
              {formatCount(value)}
            </text>
          </>
        );
      })}
      <path class="l1" d={path('made')} />
      <path class="l2" d={path('approved')} />
      {weeks.map((week, index) => (
        <>
          <circle cx={String(x(index))} cy={String(y(week.made))} r="4" />
          <rect x={String(x(index) - 3.5)} y={String(y(week.approved) - 3.5)} width="7" height="7" />
          <text x={String(x(index))} y="194" text-anchor="middle">
            {t('trend.weekShort', { n: week.week })}
          </text>
        </>
      ))}
    </svg>
  );
}

/** The least of 3, 6, 9, 15, 30, 60, 90, 150, 300 … that holds the value: three even steps on the axis. */
export function niceTop(value: number): number {
  let decade = 1;
  for (;;) {
    for (const step of [3, 6, 9, 15]) if (step * decade >= value) return step * decade;
    decade *= 10;
  }
}
