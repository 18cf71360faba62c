import { type Frames, seconds } from '../../kernel/frames.ts';
import type { FileNames } from './file-names.ts';
import type { FindablePlace } from './find-scheme.ts';
import { readNamedDistrict } from './named-place.ts';
import { type CsvColumn, type CsvProblem, type CsvRow, keepGoodRows, readCsv, type TellProblem } from './read-csv.ts';

/** What a table's cells may name. */
export interface OperatorCsvKnown {
  readonly districts: readonly FindablePlace[];
  readonly delivery: readonly string[];
  readonly playlists: readonly string[];
}

export interface ImportedOperator {
  readonly id: string;
  readonly names: { readonly hi: string; readonly en: string };
  readonly district: string;
  readonly phone: string | undefined;
  readonly delivery: readonly string[];
  readonly playlists: readonly string[];
  /** Missing: by the house number. */
  readonly fileNames?: FileNames;
}

export interface ImportedChannel {
  readonly id: string;
  readonly operatorId: string;
  readonly name: string;
  readonly district: string;
  readonly tags: readonly string[];
  readonly breaks: readonly { id: string; at: string; lengthFrames: Frames; daypart: string }[];
}

type OperatorKey = 'id' | 'name' | 'nameEnglish' | 'district' | 'phone' | 'delivery' | 'playlists';
type ChannelKey = 'id' | 'operator' | 'name' | 'district' | 'tags' | 'breaks';

const OPERATOR_COLUMNS: readonly CsvColumn<OperatorKey>[] = [
  { key: 'id', headings: ['पहचान'], required: true },
  { key: 'name', headings: ['नाम', 'ऑपरेटर', 'operator'], required: true },
  { key: 'nameEnglish', headings: ['अंग्रेज़ी नाम', 'name english', 'name en'], required: false },
  { key: 'district', headings: ['ज़िला'], required: true },
  { key: 'phone', headings: ['फ़ोन', 'मोबाइल', 'mobile'], required: false },
  { key: 'delivery', headings: ['फ़ाइल', 'files', 'presets'], required: true },
  { key: 'playlists', headings: ['प्लेलिस्ट', 'playlist'], required: true },
];
const CHANNEL_COLUMNS: readonly CsvColumn<ChannelKey>[] = [
  { key: 'id', headings: ['पहचान', 'चैनल पहचान', 'channel'], required: true },
  { key: 'operator', headings: ['ऑपरेटर'], required: true },
  { key: 'name', headings: ['नाम', 'चैनल'], required: true },
  { key: 'district', headings: ['ज़िला'], required: true },
  { key: 'tags', headings: ['निशान', 'tag'], required: false },
  { key: 'breaks', headings: ['ब्रेक', 'break'], required: true },
];

/** Operators of a CSV table; a row with a problem is left out and every problem of it told. */
export function readOperatorsCsv(
  bytes: Uint8Array,
  known: OperatorCsvKnown,
): { operators: ImportedOperator[]; problems: CsvProblem[] } {
  const table = readCsv(bytes, OPERATOR_COLUMNS);
  const operators = keepGoodRows(
    table,
    (cells, tell) => toOperator(cells, known, tell),
    (row) => row.id,
  );
  return { operators, problems: table.problems };
}

/** Channels of a CSV table, for operators that are there already; breaks are `time/seconds[/daypart]`, a blank or ; apart. */
export function readChannelsCsv(
  bytes: Uint8Array,
  known: { districts: readonly FindablePlace[]; operatorIds: readonly string[] },
): { channels: ImportedChannel[]; problems: CsvProblem[] } {
  const table = readCsv(bytes, CHANNEL_COLUMNS);
  const channels = keepGoodRows(
    table,
    (cells, tell) => toChannel(cells, known, tell),
    (row) => row.id,
  );
  return { channels, problems: table.problems };
}

function toOperator(cells: CsvRow<OperatorKey>['cells'], known: OperatorCsvKnown, tell: TellProblem): ImportedOperator {
  const name = filled(cells.name, 'नाम', tell);
  return {
    id: readId(cells.id, tell),
    names: { hi: name, en: cells.nameEnglish === '' ? name : cells.nameEnglish },
    district: readNamedDistrict(cells.district, known.districts, tell),
    phone: readPhone(cells.phone, tell),
    delivery: readChoices(cells.delivery, known.delivery, tell),
    playlists: readChoices(cells.playlists, known.playlists, tell),
  };
}

function toChannel(
  cells: CsvRow<ChannelKey>['cells'],
  known: { districts: readonly FindablePlace[]; operatorIds: readonly string[] },
  tell: TellProblem,
): ImportedChannel {
  if (!known.operatorIds.includes(cells.operator)) tell('directory.csv.operator', { value: cells.operator });
  return {
    id: readId(cells.id, tell),
    operatorId: cells.operator,
    name: filled(cells.name, 'नाम', tell),
    district: readNamedDistrict(cells.district, known.districts, tell),
    tags: listed(cells.tags),
    breaks: readAdBreaks(cells.breaks, tell),
  };
}

function filled(text: string, column: string, tell: TellProblem): string {
  if (text === '') tell('directory.csv.missing', { column });
  return text;
}

function readId(text: string, tell: TellProblem): string {
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(text)) tell('directory.csv.id', { value: text });
  return text;
}

function readPhone(text: string, tell: TellProblem): string | undefined {
  if (text === '') return undefined;
  const digits = text.replace(/[\s()-]/g, '').replace(/^(\+91|0)/, '');
  if (!/^\d{10}$/.test(digits)) tell('directory.csv.phone', { value: text });
  return digits;
}

function readChoices(text: string, choices: readonly string[], tell: TellProblem): string[] {
  const chosen = listed(text);
  if (chosen.length === 0) tell('directory.csv.unknown', { value: text, choices: choices.join(', ') });
  for (const value of chosen.filter((one) => !choices.includes(one)))
    tell('directory.csv.unknown', { value, choices: choices.join(', ') });
  return chosen;
}

/** Breaks of a cell: `time/seconds[/daypart]`, a blank, a line or ; apart; sorted by time. */
export function readAdBreaks(text: string, tell: TellProblem): ImportedChannel['breaks'] {
  const breaks = listed(text).flatMap((value) => {
    const [, hh, mm, ss, length, daypart] =
      /^([0-3]?\d):([0-5]\d)(?::([0-5]\d))?\/(\d{1,4})(?:\/([a-z][a-z-]*))?$/.exec(value) ?? [];
    if (hh === undefined || mm === undefined || Number(length) < 5 || Number(length) > 1800) {
      tell('directory.csv.break', { value });
      return [];
    }
    const at = `${hh.padStart(2, '0')}:${mm}:${ss ?? '00'}`;
    const id = `b${at.slice(0, 5).replace(':', '')}${ss === undefined || ss === '00' ? '' : ss}`;
    return [{ id, at, lengthFrames: seconds(Number(length)), daypart: daypart ?? 'day' }];
  });
  const again = breaks.find(({ at }, index) => breaks.findIndex((other) => other.at === at) !== index);
  if (again) tell('directory.csv.breakTwice', { value: again.at });
  if (listed(text).length === 0) tell('directory.csv.break', { value: text });
  return breaks.sort((a, b) => a.at.localeCompare(b.at));
}

const listed = (text: string) => text.split(/[\s;,|]+/).filter((part) => part !== '');
