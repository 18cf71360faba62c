import type { MonthSpan } from '../../domain/airing/index.ts';
import { type District, findDistrict, findDivision, listDistricts } from '../../domain/directory/index.ts';
import { addDays } from '../../kernel/broadcast-day.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { personOf, type WebContext } from '../http/route.ts';
import { readMonth } from './read-report.ts';

/** What a report was asked for: a month, and the whole reach or a division or district of it. */
export interface ReportQuestion {
  readonly span: MonthSpan;
  /** `2026-11` */
  readonly month: string;
  /** Districts in reach. */
  readonly reach: readonly District[];
  /** Those that are asked for. */
  readonly asked: { readonly districts: readonly string[] };
  readonly place: { readonly code: string; readonly name: string } | undefined;
}

/** `?month=2026-11&place=UJN`; a place out of reach is not there. */
export function readQuestion(c: WebContext): ReportQuestion {
  const span = readMonth(c);
  const { rows } = c.get('app').catalogue;
  const reach = listDistricts(rows, personOf(c).districts);
  const code = c.req.query('place');
  const month = span.from.slice(0, 7);
  if (!code) return { span, month, reach, asked: { districts: reach.map((one) => one.code) }, place: undefined };
  const own = reach.filter((district) => district.code === code || district.division === code);
  const found = findDistrict(rows, code) ?? findDivision(rows, code);
  if (own.length === 0 || !found) throw new NotFoundError('place');
  const place = { code, name: found[c.get('language')] };
  return { span, month, reach, asked: { districts: own.map((one) => one.code) }, place };
}

/** An address of the reports with this question's month and place; `more` is added, or taken out where undefined. */
export function reportHref(
  path: string,
  { month, place }: ReportQuestion,
  more: Readonly<Record<string, string | undefined>> = {},
): string {
  const words = Object.entries({ month, place: place?.code, ...more }).filter(([, value]) => value !== undefined);
  return `${path}?${new URLSearchParams(words as [string, string][])}`;
}

/** The months beside; none after the running one. */
export function monthsBeside(path: string, question: ReportQuestion, today: string) {
  const { span } = question;
  return {
    previousHref: reportHref(path, question, { month: addDays(span.from, -1).slice(0, 7) }),
    nextHref: span.until <= today ? reportHref(path, question, { month: span.until.slice(0, 7) }) : undefined,
  };
}
