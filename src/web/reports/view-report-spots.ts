import { z } from 'zod';
import { listReportSpots, type ReportSpot } from '../../domain/reports/index.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import type { WebContext } from '../http/route.ts';
import { type ReportQuestion, readQuestion, reportHref } from './ask-report.ts';
import { reportWords } from './read-report.ts';
import type { ReportSpotsView } from './report-spots-page.tsx';

const PAGE = 50;

const rowsQuery = z.object({
  what: z.enum(['made', 'approved', 'aired', 'proved']).default('made'),
  scheme: z.string().optional(),
  district: z.string().optional(),
  division: z.string().optional(),
});

const TITLES = {
  made: 'head.whatMade',
  approved: 'head.whatApproved',
  aired: 'head.whatAired',
  proved: 'head.whatProved',
} as const;

export interface FoundSpots {
  readonly question: ReportQuestion;
  readonly query: z.infer<typeof rowsQuery>;
  readonly rows: readonly ReportSpot[];
}

/** `?what=aired&scheme=PMA&district=UJN`: the rows behind a number; not found for a question that nobody asks. */
export function findReportSpots(c: WebContext): FoundSpots {
  const parsed = rowsQuery.safeParse(c.req.query());
  if (!parsed.success) throw new NotFoundError('report');
  const question = readQuestion(c);
  return {
    question,
    query: parsed.data,
    rows: listReportSpots(c.get('app'), question.asked, question.span, parsed.data),
  };
}

export function viewReportSpots(c: WebContext): ReportSpotsView {
  const { question, query, rows } = findReportSpots(c);
  const { nameOf } = reportWords(c);
  const limit = Math.max(PAGE, Number(c.req.query('n')) || PAGE);
  const shown = rows.slice(0, limit);
  const of = [
    query.scheme && nameOf('scheme', query.scheme),
    query.district && nameOf('district', query.district),
    query.division && nameOf('division', query.division),
    question.place?.name,
  ];
  return {
    title: c.get('t')(TITLES[query.what]),
    of: of.filter(Boolean).join(' · '),
    month: question.span.from,
    backHref: reportHref('/reports', question),
    csvHref: reportHref('/api/v1/reports/spots.csv', question, query),
    rows: shown.map((row) => ({
      ...row,
      href: `/spots/${row.spot}`,
      schemeName: nameOf('scheme', row.scheme),
      districtName: nameOf('district', row.district),
    })),
    more: {
      shown: shown.length,
      total: rows.length,
      moreHref:
        shown.length < rows.length
          ? reportHref('/reports/spots', question, { ...query, n: String(limit + PAGE) })
          : undefined,
    },
  };
}
