import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readPresetData } from '../../../src/domain/directory/preset-data.ts';
import { HELPLINE } from '../../../src/domain/directory/preset-rows.ts';

const folder = join(import.meta.dirname, '../../../presets');
const data = readPresetData(folder);

function withChanged<T>(file: string, change: (text: string) => string, look: (folder: string) => T): T {
  const copy = mkdtempSync(join(tmpdir(), 'prerna-presets-'));
  try {
    for (const name of ['department.yaml', 'places.yaml', 'schemes.yaml', 'operators.yaml'])
      cpSync(join(folder, name), join(copy, name));
    writeFileSync(join(copy, file), change(readFileSync(join(folder, file), 'utf8')));
    return look(copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

it('holds 10 divisions and 55 districts, the newest too, each district in a division', () => {
  expect(data.divisions).toHaveLength(10);
  expect(data.districts).toHaveLength(55);
  expect(data.districts.map((row) => row.en)).toEqual(expect.arrayContaining(['Mauganj', 'Pandhurna', 'Maihar']));
  const sizes = data.divisions.map(({ code }) => data.districts.filter((row) => row.division === code).length);
  expect(sizes).toEqual([5, 3, 5, 8, 9, 3, 6, 6, 3, 7]);
  expect(new Set(data.districts.map((row) => row.hi)).size).toBe(55);
});

it('holds a dozen or more schemes of both levels, seven of them most used, no colour twice', () => {
  expect(data.schemes.length).toBeGreaterThanOrEqual(12);
  expect(new Set(data.schemes.map((row) => row.level))).toEqual(new Set(['central', 'state']));
  expect(data.schemes.filter((row) => row.mostUsed)).toHaveLength(7);
  expect(new Set(data.schemes.map((row) => row.colour)).size).toBe(data.schemes.length);
});

it('names for every helpline, benefit and office the page that says it', () => {
  for (const row of data.schemes) {
    if (row.helpline !== undefined) expect(row.helpline, row.code).toMatch(HELPLINE);
    for (const fact of ['helpline', 'benefit', 'office'] as const) {
      expect(row.quoted[fact] !== undefined, `${row.code} ${fact}`).toBe(row[fact] !== undefined);
    }
  }
});

it('marks every shipped operator as an example and gives its breaks in whole frames', () => {
  expect(data.operators.length).toBeGreaterThanOrEqual(3);
  expect(data.operators.every((row) => row.example && row.source !== '')).toBe(true);
  expect(data.operators[0]?.channels[0]?.breaks[0]).toEqual({
    id: 'b0758',
    at: '07:58:00',
    lengthFrames: 3000,
    daypart: 'morning',
  });
});

it.each([
  ['a district code that stands twice', 'places.yaml', 'code: RSN', 'code: BPL', /place code BPL stands twice/],
  [
    'a district in no division',
    'places.yaml',
    'en: Raisen, division: DBP',
    'en: Raisen, division: XXX',
    /division XXX/,
  ],
  ['a helpline without its page', 'schemes.yaml', /helpline: https.*\n/, '\n', /goes on air without a page/],
  [
    'a helpline that nobody can dial',
    'schemes.yaml',
    'helpline: "14555"',
    'helpline: "call us"',
    /not a helpline number/,
  ],
  ['a helpline read in no page', 'schemes.yaml', /helpline: https.*\n/, 'helpline: a letter\n', /names no page/],
  ['a row without a source', 'schemes.yaml', /source: https.*\n/, '\n', /source/],
  ['Hindi that is not composed', 'places.yaml', 'hi: भोपाल', 'hi: ऩ', /not NFC/],
  ['a name without Devanagari', 'places.yaml', 'hi: भोपाल', 'hi: Bhopal', /no Devanagari/],
  [
    'a short form before the long one',
    'schemes.yaml',
    '[जल जीवन मिशन, हर घर जल]',
    '[हर घर जल, जल जीवन मिशन]',
    /not longest first/,
  ],
  ['a channel in an unknown district', 'operators.yaml', 'district: UJN', 'district: ZZZ', /district ZZZ/],
  ['broken YAML', 'operators.yaml', /^operators:/m, 'operators: [', /cannot be read/],
])('refuses %s and says where', (_what, file, from, to, message) => {
  const decomposed = to === 'hi: ऩ' ? 'hi: न\u093c' : to;
  withChanged(
    file,
    (text) => text.replace(from, decomposed),
    (copy) => {
      expect(() => readPresetData(copy)).toThrow(message);
    },
  );
});
