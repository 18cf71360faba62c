import type { MonthReport, ReportLine } from './month-report.ts';

export type NamedKind = 'scheme' | 'district' | 'division' | 'operator';

/** Names and sentences in the reader's language; `nameOf` gives what a code is called. */
export interface ReportWords {
  readonly say: (key: string) => string;
  readonly nameOf: (kind: NamedKind, key: string) => string;
}

const COLUMNS = [
  'made',
  'approved',
  'planned',
  'aired',
  'proved',
  'missing',
  'unknown',
  'spotsAired',
  'airedSeconds',
] as const;

/** The report as rows for CSV: header, total, then schemes, districts, operators. What is not known is said, not 0. */
export function listReportRows(report: MonthReport, words: ReportWords): (string | number)[][] {
  const { say, nameOf } = words;
  const toRow = (kind: string, name: string, line: ReportLine) => [
    kind,
    name,
    ...COLUMNS.map((column) => line[column] ?? say('mark.noLog')),
  ];
  const rowsOf = (kind: 'scheme' | 'district' | 'operator', lines: readonly ReportLine[]) =>
    lines.map((line) => toRow(say(`report.kind.${kind}`), nameOf(kind, line.key), line));
  return [
    [say('report.column.kind'), say('report.column.name'), ...COLUMNS.map((column) => say(`report.column.${column}`))],
    toRow(say('report.kind.total'), '', report.total),
    ...rowsOf('scheme', report.schemes),
    ...rowsOf('district', report.districts),
    // Spots are not made by operators, so the first two numbers of their rows would be a misleading 0.
    ...rowsOf('operator', report.operators).map((row) =>
      row.map((cell, index) => (index === 2 || index === 3 ? '' : cell)),
    ),
  ];
}
