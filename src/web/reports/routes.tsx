import { type ReportLine, readMonthReport } from '../../domain/airing/index.ts';
import { today } from '../../domain/delivery/index.ts';
import { getDepartment } from '../../domain/directory/index.ts';
import { readHeadOffice } from '../../domain/reports/index.ts';
import { auditHead } from '../../platform/db/audit.ts';
import { pageContext } from '../http/page-context.ts';
import type { Route, WebContext } from '../http/route.ts';
import { monthsBeside, readQuestion, reportHref } from './ask-report.ts';
import { HeadOfficePage } from './head-office-page.tsx';
import { MonthReportPage, type MonthReportView, type ReportRow } from './month-report-page.tsx';
import { reportWords } from './read-report.ts';
import { ReportSpotsPage } from './report-spots-page.tsx';
import { viewHeadOffice } from './view-head-office.ts';
import { viewReportSpots } from './view-report-spots.ts';

const seen = { who: 'signedIn', owner: 'reach', kind: 'page', method: 'GET' } as const;

export const reportPageRoutes: readonly Route[] = [
  {
    ...seen,
    path: '/reports',
    summary: "Head office's month (?month=2026-11&place=UJN&present=1)",
    handler: (c) => c.html(<HeadOfficePage context={pageContext(c)} view={viewHeadOffice(c)} />),
  },
  {
    ...seen,
    path: '/reports/spots',
    summary: 'The rows behind a number of the month (?what=aired&scheme=PMA&district=UJN)',
    handler: (c) => c.html(<ReportSpotsPage context={pageContext(c)} view={viewReportSpots(c)} />),
  },
  { ...seen, path: '/reports/month', summary: "The month's report, for paper", handler: showReport },
];

function showReport(c: WebContext) {
  const app = c.get('app');
  const question = readQuestion(c);
  const { span } = question;
  const context = pageContext(c);
  const report = readMonthReport(app, question.asked, span);
  const month = readHeadOffice(app, question.asked, span);
  const { nameOf } = reportWords(c);
  const rowsOf = (kind: 'district' | 'scheme', lines: readonly ReportLine[]) =>
    lines.map((line) => toRow(nameOf(kind, line.key), line));
  const head = auditHead(app.catalogue.rows);
  const view: MonthReportView = {
    department: getDepartment(app.catalogue.rows)[context.language],
    reach: question.place?.name ?? context.person?.role ?? '',
    from: span.from,
    until: month.until,
    backHref: reportHref('/reports', question),
    ...monthsBeside('/reports/month', question, today(app)),
    csvHref: reportHref('/api/v1/reports/month.csv', question),
    totals: toRow('', report.total),
    districts: rowsOf('district', report.districts),
    schemes: rowsOf('scheme', report.schemes),
    trend: { weeks: month.weeks },
    findings: [],
    costAvoidedRupees: month.costAvoidedRupees,
    madeAt: app.clock.now(),
    trail: head ? `${head.seq} · ${head.hash}` : '0',
  };
  return c.html(<MonthReportPage context={context} view={view} />);
}

function toRow(name: string, { made, approved, spotsAired, aired, proved }: ReportLine): ReportRow {
  return { name, made, approved, aired: spotsAired, plays: aired, proved };
}
