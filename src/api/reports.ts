import { z } from 'zod';
import { listReportRows, readMonthReport } from '../domain/airing/index.ts';
import { writeCsv } from '../engine/playlists/write-csv.ts';
import { personOf, type Route, type WebContext } from '../web/http/route.ts';
import { readMonth, reportWords } from '../web/reports/read-report.ts';

const read = { who: 'signedIn', owner: 'reach', kind: 'api' } as const;
const query = z.object({ month: z.string().optional() });

export const reportApiRoutes: readonly Route[] = [
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

function showMonth(c: WebContext) {
  const { from, until } = readMonth(c);
  return c.json({ from, until, report: readMonthReport(c.get('app'), personOf(c), { from, until }) });
}

function downloadMonth(c: WebContext) {
  const span = readMonth(c);
  const report = readMonthReport(c.get('app'), personOf(c), span);
  const text = writeCsv(listReportRows(report, reportWords(c)), { bom: true });
  return c.body(text, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="prerna-${span.from.slice(0, 7)}.csv"`,
  });
}
