import type { ReportWords } from '../airing/index.ts';
import type { HeadOffice } from './head-office.ts';

type Cell = string | number;

/** What the page shows as rows for CSV: part, what, where or since, number. What nobody knows is said, not 0. */
export function listHeadOfficeRows(month: HeadOffice, { say, nameOf }: ReportWords): Cell[][] {
  const { line, heat, behind } = month;
  const unknown = say('mark.noLog');
  const part = (title: string, rows: Cell[][]): Cell[][] => rows.map((row) => [say(title), ...row]);
  const placeKind = heat.by;
  return [
    ['head.csv.part', 'head.csv.what', 'head.csv.where', 'head.csv.number'].map(say),
    ...part('head.csv.line', [
      [say('head.made'), '', line.made],
      [say('head.approved'), '', line.approved],
      [say('head.aired'), '', line.aired?.spots ?? unknown],
      [say('report.plays'), '', line.aired?.plays ?? unknown],
      [say('head.proved'), '', line.aired ? line.evidence.proved : unknown],
    ]),
    ...part(
      'heat.title',
      heat.rows.flatMap(({ scheme, spots }) =>
        spots.map((count, at) => [nameOf('scheme', scheme), nameOf(placeKind, heat.places[at] ?? ''), count]),
      ),
    ),
    ...part('head.behind', [
      ...behind.districts.map(({ district, since, spots }) => [nameOf('district', district), since ?? '', spots]),
      ...behind.operators.map(({ operatorId, since, days }) => [nameOf('operator', operatorId), since, days]),
    ]),
    ...part(
      'trend.title',
      month.weeks.flatMap(({ week, from, made, approved }) => [
        [say('trend.made'), `${say('trend.week')} ${week}, ${from}`, made],
        [say('trend.approved'), `${say('trend.week')} ${week}, ${from}`, approved],
      ]),
    ),
  ];
}
