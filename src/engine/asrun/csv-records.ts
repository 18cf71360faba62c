import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';

/** One record of a CSV file with its first line (from 1) and its text as it came. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
  readonly raw: string;
}

// No line of a playout log is longer; a quote that never closes would swallow the rest of the file otherwise.
const MAX_RECORD_BYTES = 65_536;

const rawRecords = z.array(z.object({ record: z.array(z.string()), raw: z.string() }));

/** The records after the header; undefined when the text is no CSV (a record above 64 kB). */
export function readCsvRecords(text: string, delimiter: string, linesBefore: number): CsvRecord[] | undefined {
  const body = text.split('\n').slice(linesBefore).join('\n');
  const records = parseAll(body, delimiter);
  let line = linesBefore + 1;
  return records?.map(({ record, raw }) => {
    const blank = /^\n*/.exec(raw)?.[0].length ?? 0;
    const own = raw.slice(blank).replace(/\n$/, '');
    const first = line + blank;
    line = first + own.split('\n').length - 1 + (raw.endsWith('\n') && own !== '' ? 1 : 0);
    return { line: first, cells: record, raw: own };
  });
}

function parseAll(body: string, delimiter: string): z.output<typeof rawRecords> | undefined {
  try {
    const options = {
      delimiter,
      raw: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    };
    const parsed = parse(body, { ...options, record_delimiter: '\n', max_record_size: MAX_RECORD_BYTES });
    return rawRecords.parse(parsed);
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}
