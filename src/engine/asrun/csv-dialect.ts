import { instantOf } from '../../kernel/broadcast-day.ts';
import { allow, refuse } from '../../kernel/refusal.ts';
import type { AsRunDialect, AsRunOptions, AsRunProblem, AsRunRow, AsRunStatus } from './asrun-document.ts';
import { type Column, type CsvHeader, findCsvHeader } from './csv-header.ts';
import { type CsvRecord, readCsvRecords } from './csv-records.ts';
import { readLength, readTimeOfDay } from './read-clock.ts';
import { findSlashOrder, readDay, type SlashOrder } from './read-day.ts';
import { readStatus } from './read-status.ts';

/** Our own form: date, channel, time, house, status, length; also our playlist CSV with a status column added. */
export const csv: AsRunDialect = {
  name: 'csv',
  recognises: (text) => findCsvHeader(text) !== undefined,
  read(text, options) {
    const header = findCsvHeader(text);
    if (!header)
      return refuse({ code: 'asrun.header', user: 'asrun.refused.header', tech: 'no header line with time and house' });
    const records = readCsvRecords(text, header.delimiter, header.lines);
    if (!records)
      return refuse({ code: 'asrun.broken', user: 'asrun.refused.broken', tech: 'a record is longer than 64 kB' });
    const order = findSlashOrder(records.map((record) => cellOf(record, header, 'day')));
    const rows: AsRunRow[] = [];
    const problems: AsRunProblem[] = [];
    for (const record of records) {
      if (record.cells.every((cell) => cell.trim() === '')) continue;
      const row = readRow(record, header, order, options);
      if ('code' in row) problems.push(row);
      else rows.push(row);
    }
    return allow({ rows, problems });
  },
};

function readRow(
  record: CsvRecord,
  header: CsvHeader,
  order: SlashOrder,
  options: AsRunOptions,
): AsRunRow | AsRunProblem {
  const cell = (column: Column) => cellOf(record, header, column);
  const complain = (code: string, value = ''): AsRunProblem => {
    return { line: record.line, code, user: `asrun.problem.${code}`, params: { value } };
  };
  const [house, title, channel] = [cell('house'), cell('title'), cell('channel')];
  if (house === '' && title === '') return complain('spot.missing');
  const written = cell('day');
  if (written === '' && !options.day) return complain('day.missing');
  const reading = written === '' && options.day ? { day: options.day } : readDay(written, order);
  if ('code' in reading) return complain(reading.code, written);
  const time = cell('time') || cell('planned');
  if (time === '') return complain('time.missing');
  const secondsOfDay = readTimeOfDay(time);
  if (secondsOfDay === undefined) return complain('time.unreadable', time);
  const length = cell('length');
  const lengthSeconds = length === '' ? undefined : readLength(length);
  if (length !== '' && lengthSeconds === undefined) return complain('length.unreadable', length);
  const startAt = instantOf(reading.day, secondsOfDay, {
    timezone: options.timezone,
    dayStartMinutes: 0,
  }).toISOString();
  return {
    line: record.line,
    ...(channel === '' ? {} : { channel }),
    ...(house === '' ? {} : { house }),
    ...(title === '' ? {} : { title }),
    day: reading.day,
    startAt,
    ...(lengthSeconds === undefined ? {} : { lengthSeconds }),
    status: statusOf(header, cell('status')),
    raw: record.raw,
  };
}

/** Times of play without a status column are plays; planned times alone, or an empty status cell, say nothing. */
function statusOf({ columns }: CsvHeader, text: string): AsRunStatus {
  if (columns.has('status')) return readStatus(text);
  return columns.has('time') ? 'aired' : 'unknown';
}

/** The text of a cell: trimmed, Hindi digits as Latin ones, without the apostrophe that shields formulas. */
function cellOf(record: CsvRecord, header: CsvHeader, column: Column): string {
  const index = header.columns.get(column);
  const text = index === undefined ? '' : (record.cells[index] ?? '');
  return text
    .replaceAll(/[\u0966-\u096f]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
    .trim()
    .replace(/^'(?=[=+\-@＝＋－＠])/, '');
}
