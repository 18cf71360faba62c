import { today } from '../../domain/delivery/index.ts';
import { listDivisions } from '../../domain/directory/index.ts';
import { type HeadOffice, readHeadOffice } from '../../domain/reports/index.ts';
import { findSpot } from '../../domain/spots/index.ts';
import { frames } from '../../kernel/frames.ts';
import { pageContext } from '../http/page-context.ts';
import type { WebContext } from '../http/route.ts';
import { monthsBeside, type ReportQuestion, readQuestion, reportHref } from './ask-report.ts';
import type { HeadOfficeView } from './head-office-page.tsx';
import { reportWords } from './read-report.ts';

const PAGE = '/reports';
const ROWS = '/reports/spots';
const POSTERS = 4;

/** The month as head office's page shows it; every number leads to its rows. */
export function viewHeadOffice(c: WebContext): HeadOfficeView {
  const app = c.get('app');
  const question = readQuestion(c);
  const month = readHeadOffice(app, question.asked, question.span);
  return {
    reach: question.place?.name ?? pageContext(c).person?.role ?? '',
    from: month.from,
    until: month.until,
    ...monthsBeside(PAGE, question, today(app)),
    csvHref: reportHref('/api/v1/reports/head-office.csv', question),
    presentHref: reportHref(PAGE, question, { present: '1' }),
    presentExit: c.req.query('present') === '1' ? reportHref(PAGE, question) : undefined,
    pdfHref: reportHref('/reports/month', question),
    places: viewPlaces(c, question),
    line: viewLine(question, month),
    heat: viewHeat(c, question, month),
    behind: viewBehind(c, question, month),
    trend: { weeks: month.weeks },
    posters: viewPosters(c, month),
    changedAt: app.clock.now(),
  };
}

/** Divisions where several are in reach, else districts; one place needs no choice. */
function viewPlaces(c: WebContext, question: ReportQuestion): HeadOfficeView['places'] {
  const { reach, place } = question;
  const language = c.get('language');
  const divisions = new Set(reach.map((district) => district.division));
  const all =
    divisions.size > 1 ? listDivisions(c.get('app').catalogue.rows).filter(({ code }) => divisions.has(code)) : reach;
  if (all.length < 2) return [];
  const whole = {
    label: c.get('t')('head.whole'),
    href: reportHref(PAGE, question, { place: undefined }),
    current: !place,
  };
  const narrower = all.map((one) => ({
    label: one[language],
    href: reportHref(PAGE, question, { place: one.code }),
    current: place?.code === one.code,
  }));
  return [whole, ...narrower];
}

function viewLine(question: ReportQuestion, { line, costAvoidedRupees }: HeadOffice): HeadOfficeView['line'] {
  const rowsOf = (what: string) => reportHref(ROWS, question, { what });
  const { aired, evidence } = line;
  return {
    made: {
      spots: line.made,
      moreThanLastMonth: line.madeMonthBefore === undefined ? undefined : line.made - line.madeMonthBefore,
      href: rowsOf('made'),
    },
    approved: { spots: line.approved, href: rowsOf('approved') },
    aired: {
      spots: aired?.spots ?? null,
      channels: aired?.channels ?? 0,
      plays: aired?.plays ?? 0,
      href: rowsOf('aired'),
    },
    proved: { plays: evidence.proved, listed: evidence.listed, word: evidence.word, href: rowsOf('proved') },
    costAvoidedRupees,
  };
}

function viewHeat(c: WebContext, question: ReportQuestion, { heat }: HeadOffice): HeadOfficeView['heat'] {
  const { nameOf } = reportWords(c);
  return {
    districts: heat.places.map((place) => nameOf(heat.by, place)),
    rows: heat.rows.map(({ scheme, spots }) => ({
      scheme: nameOf('scheme', scheme),
      cells: spots.map((count, at) => ({
        spots: count,
        href: reportHref(ROWS, question, { what: 'aired', scheme, [heat.by]: heat.places[at] }),
      })),
    })),
  };
}

function viewBehind(c: WebContext, question: ReportQuestion, { behind, until }: HeadOffice): HeadOfficeView['behind'] {
  const { nameOf } = reportWords(c);
  return {
    until,
    districts: behind.districts.map(({ district, spots, since }) => ({
      name: nameOf('district', district),
      spots,
      since,
      href: reportHref(ROWS, question, { what: 'made', district }),
    })),
    operators: behind.operators.map(({ operatorId, days, since }) => ({
      name: nameOf('operator', operatorId),
      days,
      since,
      href: `/airing?${new URLSearchParams({ month: question.month, operator: operatorId, day: since })}#d`,
    })),
  };
}

function viewPosters(c: WebContext, { best }: HeadOffice): HeadOfficeView['posters'] {
  const { nameOf } = reportWords(c);
  const { rows } = c.get('app').catalogue;
  const posters = best.flatMap(({ spot: id, channels }) => {
    const spot = findSpot(rows, id);
    // Whoever took the consent back is not shown any more, however often the film ran.
    if (!spot || spot.state === 'withdrawn') return [];
    return [
      {
        href: `/spots/${id}`,
        image: `/api/v1/clips/${spot.clipId}/poster`,
        length: frames((spot.document.cuts[0]?.lengthSeconds ?? 0) * 25),
        name: spot.document.name,
        scheme: nameOf('scheme', spot.scheme),
        channels,
      },
    ];
  });
  return posters.slice(0, POSTERS);
}
