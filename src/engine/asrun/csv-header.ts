/** What our form's columns mean. */
export type Column = 'day' | 'channel' | 'time' | 'planned' | 'house' | 'title' | 'status' | 'length';

const NAMES: readonly (readonly [Column, ...string[]])[] = [
  ['day', 'date', 'day', 'दिनांक', 'तारीख', 'तारीख़', 'दिन'],
  ['channel', 'channel', 'चैनल'],
  ['time', 'time', 'actual time', 'aired at', 'start', 'start time', 'समय', 'असली समय', 'चलने का समय'],
  ['planned', 'planned', 'planned time', 'scheduled', 'तय समय'],
  [
    'house',
    'house',
    'house number',
    'house no',
    'spot',
    'spot number',
    'spot no',
    'file',
    'स्पॉट नंबर',
    'स्पॉट',
    'फ़ाइल',
    'फाइल',
  ],
  ['title', 'title', 'name', 'शीर्षक', 'नाम'],
  ['status', 'status', 'aired', 'स्थिति', 'चला', 'चला ✓'],
  ['length', 'length', 'seconds', 'duration', 'लंबाई', 'सेकंड', 'अवधि'],
];

const MEANING = new Map<string, Column>(
  NAMES.flatMap(([column, ...names]) => names.map((name) => [name.normalize('NFC'), column] as const)),
);

export interface CsvHeader {
  /** Lines before and with the header. */
  readonly lines: number;
  readonly delimiter: string;
  readonly columns: ReadonlyMap<Column, number>;
}

/** The header line of our form, within the first 20 lines, in Hindi or English, in any order, with , ; or tab. */
export function findCsvHeader(text: string): CsvHeader | undefined {
  const lines = text.split('\n', 20);
  for (const [index, line] of lines.entries()) {
    for (const delimiter of [',', ';', '\t']) {
      const columns = readColumns(line.split(delimiter));
      const hasTime = columns.has('time') || columns.has('planned');
      const hasSpot = columns.has('house') || columns.has('title');
      if (hasTime && hasSpot) return { lines: index + 1, delimiter, columns };
    }
  }
  return undefined;
}

function readColumns(cells: readonly string[]): Map<Column, number> {
  const columns = new Map<Column, number>();
  cells.forEach((cell, index) => {
    const name = cell
      .replace(/^\uFEFF/, '')
      .replaceAll('"', '')
      .trim()
      .toLowerCase()
      .normalize('NFC');
    const column = MEANING.get(name);
    // Of two columns that mean the same the first counts: `house` stands before `file` in our playlist.
    if (column && !columns.has(column)) columns.set(column, index);
  });
  return columns;
}
