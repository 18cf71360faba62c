import { type PageContext, usePage } from '../frame/context.ts';
import {
  formatCount,
  formatDate,
  formatDay,
  formatMonth,
  formatPercent,
  formatRupees,
  formatTime,
} from '../frame/format.ts';
import { Icon } from '../frame/icon.tsx';
import { SheetPage } from '../frame/page.tsx';
import { Chart, type TrendView } from './trend.tsx';

export interface MonthReportView {
  /** Named on the head where it is known. */
  readonly department?: string | undefined;
  readonly reach: string;
  readonly from: string;
  readonly until: string;
  readonly backHref: string;
  readonly previousHref?: string | undefined;
  readonly nextHref?: string | undefined;
  readonly csvHref?: string | undefined;
  readonly totals: ReportRow;
  readonly districts: readonly ReportRow[];
  readonly schemes: readonly ReportRow[];
  readonly trend: TrendView;
  /** Sentences worth saying aloud: who leads, who is behind, what did not run. */
  readonly findings: readonly string[];
  /** What the plays would have cost at the given rates, in rupees; none without rates. */
  readonly costAvoidedRupees?: number | undefined;
  readonly madeAt: Date;
  /** Names the data this rests on, so that a print can be checked: the audit trail's number and digest. */
  readonly trail: string;
}

export interface ReportRow {
  readonly name: string;
  readonly made: number;
  readonly approved: number;
  /** null: nobody has reported any play yet, which is not 0. */
  readonly aired: number | null;
  readonly plays: number | null;
  readonly proved: number | null;
}

/** The month's report: on paper, as PDF and on the screen the same. */
export function MonthReportPage({ context, view }: { context: PageContext; view: MonthReportView }) {
  const { t, language } = context;
  return (
    <SheetPage context={context} title={t('report.title', { month: formatMonth(view.from, language) })}>
      <div class="np row sp">
        <a class="btn" href={view.backHref}>
          <Icon name="back" />
          {t('send.back')}
        </a>
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
        {view.csvHref && (
          <a class="btn" href={view.csvHref}>
            <Icon name="down" />
            CSV
          </a>
        )}
        <button type="button" class="btn go scripted" data-act="print">
          <Icon name="print" />
          {t('op.print')}
        </button>
      </div>
      <header>
        {view.department && <p class="sm">{view.department}</p>}
        <h1>{t('report.title', { month: formatMonth(view.from, language) })}</h1>
        <p>
          {view.reach} · {t('head.span', { from: formatDay(view.from), until: formatDay(view.until) })}
        </p>
      </header>
      <Summary view={view} />
      {view.trend.weeks.length > 1 && (
        <section class="keep">
          <h2>{t('trend.title')}</h2>
          <p class="key">
            <span>━ {t('trend.made')}</span>
            <span>┅ {t('trend.approved')}</span>
          </p>
          <Chart weeks={view.trend.weeks} />
        </section>
      )}
      <ReportTable title={t('report.byDistrict')} first={t('recalls.district')} rows={view.districts} />
      <ReportTable title={t('report.byScheme')} first={t('send.scheme')} rows={view.schemes} />
      <footer class="row sp">
        <p>
          <small>
            {t('report.made', { when: `${formatDate(view.madeAt)}, ${formatTime(view.madeAt)}` })}
            <br />
            {t('report.trail')} <span class="address1">{view.trail}</span>
          </small>
        </p>
        <p class="rt">
          {t('sheet.sign')}
          <br />
          <br />
          ____________________
        </p>
      </footer>
    </SheetPage>
  );
}

function Summary({ view }: { view: MonthReportView }) {
  const { t } = usePage();
  const { totals } = view;
  return (
    <section class="keep">
      <h2>{t('report.summary')}</h2>
      <ul class="nums">
        <li>
          {t('report.sumMade', { made: formatCount(totals.made), approved: formatCount(totals.approved) })}{' '}
          {totals.aired !== null && t('report.sumAired', { aired: formatCount(totals.aired) })}
        </li>
        <li>
          {totals.plays === null || totals.proved === null
            ? t('report.sumUnheard')
            : t('report.sumPlays', {
                plays: formatCount(totals.plays),
                proved: formatCount(totals.proved),
                share: formatPercent(totals.plays > 0 ? totals.proved / totals.plays : 0),
              })}
        </li>
        {view.costAvoidedRupees !== undefined && (
          <li>{t('report.cost', { rupees: formatRupees(view.costAvoidedRupees) })}</li>
        )}
        {view.findings.map((finding) => (
          <li>{finding}</li>
        ))}
      </ul>
    </section>
  );
}

function ReportTable(props: { title: string; first: string; rows: readonly ReportRow[] }) {
  const { t } = usePage();
  if (props.rows.length === 0) return null;
  return (
    <section>
      <h2>{props.title}</h2>
      <table class="rep">
        <thead>
          <tr>
            <th scope="col">{props.first}</th>
            {[t('trend.made'), t('head.approved'), t('head.aired'), t('report.plays'), t('trend.proved')].map(
              (label) => (
                <th scope="col" class="n">
                  {label}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr>
              <th scope="row">{row.name}</th>
              {[row.made, row.approved, row.aired, row.plays, row.proved].map((value) => (
                <td class="n">{value === null ? t('report.unheard') : formatCount(value)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
