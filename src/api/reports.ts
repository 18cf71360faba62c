import { z } from 'zod';
import { listReportRows, readMonthReport } from '../domain/airing/index.ts';
import { listHeadOfficeRows, readHeadOffice } from '../domain/reports/index.ts';
import { writeCsv } from '../engine/playlists/write-csv.ts';
import type { Route, WebContext } from '../web/http/route.ts';
import { readQuestion } from '../web/reports/ask-report.ts';
import { reportWords } from '../web/reports/read-report.ts';
import { findReportSpots } from '../web/reports/view-report-spots.ts';

const read = { who: 'signedIn', owner: 'reach', kind: 'api' } as const;
const query = z.object({ month: z.string().optional(), place: z.string().optional() });
const spotsQuery = query.extend({
  what: z.enum(['made', 'approved', 'aired', 'proved']).optional(),
  scheme: z.string().optional(),
  district: z.string().optional(),
  division: z.string().optional(),
});

export const reportApiRoutes: readonly Route[] = [
  {
    ...read,
    method: 'GET',
    path: '/api/v1/reports/head-office',
    summary: 'What head office asks of a month: line, heat, who is behind, weeks, best spots',
    query,
    handler: showHeadOffice,
  },
  {
    ...read,
    method: 'GET',
    path: '/api/v1/reports/head-office.csv',
    summary: 'The same as CSV, in the language of the reader',
    query,
    handler: downloadHeadOffice,
  },
  {
    ...read,
    method: 'GET',
    path: '/api/v1/reports/spots',
    summary: 'The rows behind a number of the month (?what=made, approved, aired, proved)',
    query: spotsQuery,
    handler: showSpots,
  },
  {
    ...read,
    method: 'GET',
    path: '/api/v1/reports/spots.csv',
    summary: 'The same as CSV, in the language of the reader',
    query: spotsQuery,
    handler: downloadSpots,
  },
  {
    ...read,
    method: 'GET',
    path: '/api/v1/reports/month',
    summary: 'The month in numbers (?month=2026-11); null where nothing was heard',
    query,
    handler: showMonth,
  },
  {
    ...read,
    method: 'GET',
    path: '/api/v1/reports/month.csv',
    summary: 'The same as CSV, in the language of the reader',
    query,
    handler: downloadMonth,
  },
];

function showHeadOffice(c: WebContext) {
  const { asked, span } = readQuestion(c);
  return c.json(readHeadOffice(c.get('app'), asked, span));
}

function downloadHeadOffice(c: WebContext) {
  const { asked, span, month } = readQuestion(c);
  const rows = listHeadOfficeRows(readHeadOffice(c.get('app'), asked, span), reportWords(c));
  return csvAnswer(c, rows, `prerna-head-office-${month}.csv`);
}

function showSpots(c: WebContext) {
  const { question, rows } = findReportSpots(c);
  return c.json({ month: question.month, spots: rows });
}

function downloadSpots(c: WebContext) {
  const { question, query, rows } = findReportSpots(c);
  const { say, nameOf } = reportWords(c);
  const head = ['nav.spots', 'send.scheme', 'recalls.district', 'head.madeOn', 'head.approvedOn', 'head.onChannels'];
  const table = rows.map((row) => [
    row.number,
    nameOf('scheme', row.scheme),
    nameOf('district', row.district),
    row.madeDay,
    row.approvedDay ?? '',
    row.channels,
    row.plays,
    row.proved,
  ]);
  const columns = [...head, 'report.plays', 'trend.proved'].map(say);
  return csvAnswer(c, [columns, ...table], `prerna-spots-${query.what}-${question.month}.csv`);
}

function showMonth(c: WebContext) {
  const { asked, span } = readQuestion(c);
  const { from, until } = span;
  return c.json({ from, until, report: readMonthReport(c.get('app'), asked, span) });
}

function downloadMonth(c: WebContext) {
  const { asked, span, month } = readQuestion(c);
  const report = readMonthReport(c.get('app'), asked, span);
  return csvAnswer(c, listReportRows(report, reportWords(c)), `prerna-${month}.csv`);
}

function csvAnswer(c: WebContext, rows: (string | number)[][], name: string) {
  return c.body(writeCsv(rows, { bom: true }), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  });
}
