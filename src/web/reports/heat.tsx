import { usePage } from '../frame/context.ts';
import { formatCount } from '../frame/format.ts';

export interface HeatView {
  readonly districts: readonly string[];
  readonly rows: readonly {
    readonly scheme: string;
    /** One for each district: spots that ran. */
    readonly cells: readonly { readonly spots: number; readonly href: string }[];
  }[];
}

/** Scheme × district in five steps of indigo, the number in the cell; nought is a word-like `0 !`. */
export function Heat({ view }: { view: HeatView }) {
  const { t } = usePage();
  const most = Math.max(0, ...view.rows.flatMap((row) => row.cells.map((cell) => cell.spots)));
  return (
    <section class="card">
      <h2>{t('heat.title')}</h2>
      <p class="sm mut">{view.rows.length > 0 ? t('heat.text') : t('heat.empty')}</p>
      <section class="tw" tabindex={0} aria-label={t('heat.table')}>
        <table class="heat" data-grid>
          <thead>
            <tr>
              <th scope="col">{t('send.scheme')}</th>
              {view.districts.map((district) => (
                <th scope="col" class="ctr">
                  {district}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row) => (
              <tr>
                <th scope="row">{row.scheme}</th>
                {row.cells.map((cell, index) => {
                  const district = view.districts[index] ?? '';
                  return (
                    <td class={`num q${heatStep(cell.spots, most)}`} data-d={district}>
                      <a
                        class="plain"
                        href={cell.href}
                        aria-label={t('heat.cell', { scheme: row.scheme, district, n: formatCount(cell.spots) })}
                      >
                        {cell.spots === 0 ? '0 !' : formatCount(cell.spots)}
                      </a>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

// Shares of the fullest cell at which the next step begins, as drawn (of 24: from 4, 8, 12, 18).
const STEPS = [1 / 6, 1 / 3, 1 / 2, 3 / 4];

/** Step 1–5 by the share of the fullest cell; 0 for nothing at all. */
export function heatStep(spots: number, most: number): number {
  if (spots <= 0) return 0;
  return 1 + STEPS.filter((step) => spots / most >= step).length;
}
