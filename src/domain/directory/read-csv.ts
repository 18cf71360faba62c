import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Refusal } from '../../kernel/refusal.ts';

/** What is wrong with one line of a table that a person made; `line` counts as their spreadsheet does, from 1. */
export interface CsvProblem {
  readonly line: number;
  readonly refusal: Refusal;
}

/** A column by its key, the headings that people give it (Hindi, English) and whether a table may leave it out. */
export interface CsvColumn<K extends string> {
  readonly key: K;
  readonly headings: readonly string[];
  readonly required: boolean;
}

export interface CsvRow<K extends string> {
  readonly line: number;
  /** Trimmed, composed text; empty where the table has nothing. */
  readonly cells: Readonly<Record<K, string>>;
}

// A row of ours is a few hundred bytes; an unclosed quote would otherwise swallow the whole file.
const MAX_RECORD_BYTES = 20_000;
const records = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.number(), empty_lines: z.number() }) }),
);

/**
 * Reads a table saved as CSV (comma, semicolon or tab; UTF-8, with or without byte order mark), finding columns by their
 * headings in either language and any order. Gives what can be used and a problem for each line that cannot.
 */
export function readCsv<K extends string>(
  bytes: Uint8Array,
  columns: readonly CsvColumn<K>[],
): { rows: CsvRow<K>[]; problems: CsvProblem[] } {
  const text = decode(bytes);
  if (text === undefined) return stop(1, 'directory.csv.encoding', 'not UTF-8 text');
  const read = parseRecords(text);
  if ('problem' in read) return { rows: [], problems: [read.problem] };
  const [head, ...body] = read.records;
  if (!head || body.length === 0) return stop(1, 'directory.csv.empty', 'no rows below the headings');
  const places = new Map(columns.map((column) => [column.key, findColumn(head.cells, column)]));
  const missing = columns.find((column) => column.required && places.get(column.key) === -1);
  if (missing)
    return stop(head.line, 'directory.csv.noColumn', `no column ${missing.key}`, {
      column: missing.headings[0] ?? missing.key,
    });
  return { rows: body.map((row) => toRow(row, columns, places)), problems: [] };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC');
  } catch {
    // Excel's own files and its "Unicode text" are not UTF-8: a sentence says how to save.
    return undefined;
  }
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

function parseRecords(text: string): { records: Line[] } | { problem: CsvProblem } {
  try {
    const options = {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    };
    const parsed = records.parse(parse(text, { ...options, bom: true, max_record_size: MAX_RECORD_BYTES }));
    // csv-parse counts the lines read so far: a row that spans two lines is named by its last.
    return { records: parsed.map(({ record, info }) => ({ line: info.lines, cells: record })) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = z.number().catch(1).parse(error['lines']);
    return { problem: csvProblem(line, 'directory.csv.broken', `${error.code}: ${error.message}`) };
  }
}

function delimiterOf(text: string): string {
  const head = text.slice(0, text.indexOf('\n') === -1 ? undefined : text.indexOf('\n'));
  const counted = [',', ';', '\t'].map((mark) => ({ mark, count: head.split(mark).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}

function findColumn(head: readonly string[], column: CsvColumn<string>): number {
  const wanted = [column.key, ...column.headings].map(plainHeading);
  return head.findIndex((cell) => wanted.includes(plainHeading(cell)));
}

// "ज़िला *", "Name (English)" and "name_english" are all somebody's way to write a heading.
function plainHeading(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]|\u093c/gu, '');
}

function toRow<K extends string>(
  row: Line,
  columns: readonly CsvColumn<K>[],
  places: ReadonlyMap<K, number>,
): CsvRow<K> {
  const cells = columns.map(({ key }) => [key, row.cells[places.get(key) ?? -1] ?? '']);
  return { line: row.line, cells: Object.fromEntries(cells) };
}

function csvProblem(line: number, user: string, tech: string, params?: Refusal['params']): CsvProblem {
  return { line, refusal: { code: user.replace('directory.csv.', 'csv.'), user, tech, ...(params ? { params } : {}) } };
}

function stop(
  line: number,
  user: string,
  tech: string,
  params?: Refusal['params'],
): { rows: never[]; problems: CsvProblem[] } {
  return { rows: [], problems: [csvProblem(line, user, tech, params)] };
}

/** Notes what is wrong with the row in hand: a message key and the words for its braces. */
export type TellProblem = (user: string, params: Record<string, string>) => void;

/** Makes a thing of each row; leaves out rows that told a problem, and a second row of the same key, which is told too. */
export function keepGoodRows<K extends string, T>(
  { rows, problems }: { readonly rows: readonly CsvRow<K>[]; readonly problems: CsvProblem[] },
  make: (cells: CsvRow<K>['cells'], tell: TellProblem) => T,
  keyOf: (made: T) => string,
): T[] {
  const good = new Map<string, T>();
  for (const { line, cells } of rows) {
    const before = problems.length;
    const tell: TellProblem = (user, params) =>
      problems.push(csvProblem(line, user, `${user} ${JSON.stringify(params)}`, params));
    const made = make(cells, tell);
    const key = keyOf(made);
    if (good.has(key)) tell('directory.csv.twice', { value: key });
    if (problems.length === before) good.set(key, made);
  }
  return [...good.values()];
}
