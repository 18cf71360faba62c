import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPresetData } from '../../../src/domain/directory/preset-data.ts';
import { readChannelsCsv, readOperatorsCsv } from '../../../src/domain/directory/read-operator-csv.ts';
import { soundKeys } from '../../../src/domain/directory/sound-key.ts';
import { messageIn } from '../../../src/web/locales/index.ts';

const { districts } = readPresetData(join(import.meta.dirname, '../../../presets'));
const known = { districts, delivery: ['sd-mpeg2', 'web'], playlists: ['m3u', 'csv'], operatorIds: ['shri-cable'] };
const bytes = (text: string) => new TextEncoder().encode(text);
const codes = (read: { problems: readonly { line: number; refusal: { code: string } }[] }) =>
  read.problems.map(({ line, refusal }) => `${line} ${refusal.code}`);

it('reads operators under Hindi headings, with a byte order mark, semicolons and Windows line ends', () => {
  const table = '\ufeffपहचान;नाम;ज़िला;फ़ोन;फ़ाइल;प्लेलिस्ट\r\nshri-cable;श्री केबल;उज्जैन;+91 98260 12345;sd-mpeg2;m3u csv\r\n';
  expect(readOperatorsCsv(bytes(table), known)).toEqual({
    problems: [],
    operators: [
      {
        id: 'shri-cable',
        names: { hi: 'श्री केबल', en: 'श्री केबल' },
        district: 'UJN',
        phone: '9826012345',
        delivery: ['sd-mpeg2'],
        playlists: ['m3u', 'csv'],
      },
    ],
  });
});

it('reads the same under English headings in another order, a quoted cell over two lines among them', () => {
  const table =
    'District,Operator,ID,files,Playlist,Name (English)\nUjain,"श्री\nकेबल",shri-cable,web,csv,Shri Cable\nRTM,आर,r-1,web,m3u,R';
  const { operators, problems } = readOperatorsCsv(bytes(table), known);
  expect(problems).toEqual([]);
  expect(operators.map((row) => [row.id, row.district, row.names.en])).toEqual([
    ['shri-cable', 'UJN', 'Shri Cable'],
    ['r-1', 'RTM', 'R'],
  ]);
});

it('leaves a bad row out, keeps the good ones and tells every problem with its line', () => {
  const table = [
    'id,name,district,phone,delivery,playlists',
    'good,अच्छा,देवास,,web,csv',
    'Bad Id,,Lucknow,12,betamax,',
    'good,फिर,DWS,,web,csv',
    '',
    'last,अंत,छिंदवारा,,web,csv',
  ].join('\n');
  const read = readOperatorsCsv(bytes(table), known);
  expect(read.operators.map((row) => row.id)).toEqual(['good']);
  expect(codes(read)).toEqual([
    '3 csv.missing',
    '3 csv.id',
    '3 csv.district',
    '3 csv.phone',
    '3 csv.unknown',
    '3 csv.unknown',
    '4 csv.twice',
    '6 csv.districtLike',
  ]);
  expect(messageIn('hi', 'directory.csv.districtLike', read.problems.at(-1)?.refusal.params)).toContain('छिंदवाड़ा');
});

it('reads channels with their breaks in order, as whole frames', () => {
  const table = 'id,operator,name,district,breaks\nujn-01,shri-cable,श्री न्यूज़,UJN,18:58/120/prime; 07:58:30/90';
  expect(readChannelsCsv(bytes(table), known)).toEqual({
    problems: [],
    channels: [
      {
        id: 'ujn-01',
        operatorId: 'shri-cable',
        name: 'श्री न्यूज़',
        district: 'UJN',
        tags: [],
        breaks: [
          { id: 'b075830', at: '07:58:30', lengthFrames: 2250, daypart: 'day' },
          { id: 'b1858', at: '18:58:00', lengthFrames: 3000, daypart: 'prime' },
        ],
      },
    ],
  });
});

it('refuses a channel of an unknown operator and breaks that make no sense', () => {
  const table =
    'id,operator,name,district,breaks\nx-1,nobody,क,UJN,25 baje\nx-2,shri-cable,ख,UJN,08:00/60 08:00:00/90\nx-3,shri-cable,ग,UJN,';
  const read = readChannelsCsv(bytes(table), known);
  expect(read.channels).toEqual([]);
  expect(codes(read)).toEqual(['2 csv.operator', '2 csv.break', '2 csv.break', '3 csv.breakTwice', '4 csv.break']);
});

it.each([
  ['an Excel file', new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe]), '1 csv.encoding'],
  ['an empty file', bytes(''), '1 csv.empty'],
  ['headings alone', bytes('id,name,district,delivery,playlists\n'), '1 csv.empty'],
  ['a table without a needed column', bytes('id,name\na,b'), '1 csv.noColumn'],
  ['a quote that never closes', bytes('id,name\na,"b\nc,d'), '3 csv.broken'],
  ['a row without an end', bytes(`id,name\na,${'x'.repeat(30_000)}`), '2 csv.broken'],
])('answers %s with one sentence', (_what, file, code) => {
  expect(codes(readOperatorsCsv(file, known))).toEqual([code]);
});

it('never throws, whatever the bytes, and has a sentence in both languages for each problem', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('"', ',', '\n', 'id', 'name', 'ज़िला', 'UJN', '08:00/60'));
  const table = fc
    .array(cell, { maxLength: 40 })
    .map((cells) => bytes(`id,operator,name,district,breaks\n${cells.join(',')}`));
  fc.assert(
    fc.property(fc.oneof(table, fc.uint8Array({ maxLength: 200 })), (file) => {
      for (const { line, refusal } of readChannelsCsv(file, known).problems) {
        expect(line).toBeGreaterThan(0);
        for (const language of ['hi', 'en'] as const) {
          const blanks = [...messageIn(language, refusal.user).matchAll(/\{(\w+)\}/g)].map((blank) => blank[1]);
          expect(Object.keys(refusal.params ?? {})).toEqual(expect.arrayContaining(blanks));
        }
      }
    }),
    { numRuns: 300 },
  );
});

it('tells all 55 districts apart by sound, so that an imported name never lands in the wrong one', () => {
  const keys = districts.flatMap((row) => [...new Set([row.hi, row.en].map((name) => soundKeys(name).join(' ')))]);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});
