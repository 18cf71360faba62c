import { type ReportLine, readMonthReport } from '../../domain/airing/index.ts';
import { addDays } from '../../kernel/broadcast-day.ts';
import { auditHead } from '../../platform/db/audit.ts';
import { pageContext } from '../http/page-context.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';
import { MonthReportPage, type MonthReportView, type ReportRow } from './month-report-page.tsx';
import { readMonth, reportWords } from './read-report.ts';

export const monthReportRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/reports',
    who: 'signedIn',
    owner: 'reach',
    kind: 'page',
    summary: "The month's report, for paper (?month=2026-11)",
    handler: showReport,
  },
];

function showReport(c: WebContext) {
  const app = c.get('app');
  const span = readMonth(c);
  const context = pageContext(c);
  const report = readMonthReport(app, personOf(c), span);
  const { nameOf } = reportWords(c);
  const rowsOf = (kind: 'district' | 'scheme', lines: readonly ReportLine[]) =>
    lines.map((line) => toRow(nameOf(kind, line.key), line));
  const head = auditHead(app.catalogue.rows);
  const view: MonthReportView = {
    reach: context.person?.role ?? '',
    from: span.from,
    until: addDays(span.until, -1),
    backHref: '/',
    previousHref: `/reports?month=${addDays(span.from, -1).slice(0, 7)}`,
    nextHref: `/reports?month=${span.until.slice(0, 7)}`,
    csvHref: `/api/v1/reports/month.csv?month=${span.from.slice(0, 7)}`,
    totals: toRow('', report.total),
    districts: rowsOf('district', report.districts),
    schemes: rowsOf('scheme', report.schemes),
    // Weeks are not counted yet, and a chart of one point would say nothing.
    trend: { weeks: [] },
    findings: [],
    madeAt: app.clock.now(),
    trail: head ? `${head.seq} · ${head.hash}` : '0',
  };
  return c.html(<MonthReportPage context={context} view={view} />);
}

function toRow(name: string, { made, approved, spotsAired, aired, proved }: ReportLine): ReportRow {
  return { name, made, approved, aired: spotsAired, plays: aired, proved };
}
