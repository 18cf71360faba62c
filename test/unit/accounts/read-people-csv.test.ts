import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readPeopleCsv } from '../../../src/domain/accounts/read-people-csv.ts';
import { readPresetData } from '../../../src/domain/directory/preset-data.ts';

const known = readPresetData(join(import.meta.dirname, '../../../presets'));
const read = (table: string) => readPeopleCsv(new TextEncoder().encode(table), known);

it('reads people under Hindi headings: a district by name, a division with its word, the state', () => {
  const table = [
    'लॉगिन,नाम,काम,ज़िला या संभाग',
    'asha,आशा तिवारी,ज़िला जनसम्पर्क,उजैन',
    'vimal,विमल जैन,समीक्षक,उज्जैन संभाग',
    'office,मुख्य कार्यालय,मुख्यालय,राज्य',
  ].join('\n');
  expect(read(table)).toEqual({
    problems: [],
    people: [
      { login: 'asha', name: 'आशा तिवारी', role: 'staff', reachKind: 'district', reachCode: 'UJN' },
      { login: 'vimal', name: 'विमल जैन', role: 'reviewer', reachKind: 'division', reachCode: 'DUJ' },
      { login: 'office', name: 'मुख्य कार्यालय', role: 'headOffice', reachKind: 'state' },
    ],
  });
});

it('reads English headings, our own words for roles and codes for places', () => {
  const { people, problems } = read(
    'place,role,name,login\nRTM,traffic,Ravi,ravi\nDIN,auditor,Dev,dev\nDID,reviewer,Ira,ira',
  );
  expect(problems.map(({ line, refusal }) => `${line} ${refusal.code}`)).toEqual(['3 csv.district']);
  expect(people.map((person) => [person.login, person.reachKind, person.reachCode])).toEqual([
    ['ravi', 'district', 'RTM'],
    ['ira', 'division', 'DID'],
  ]);
});

it('never takes a division for a district of the same name, and leaves out rows that are not clear', () => {
  const { people, problems } = read(
    'login,name,role,place\na b,क,boss,इंदौर\nok,ख,staff,इंदौर\nok,ग,staff,इंदौर\nx,,staff,',
  );
  expect(people).toEqual([{ login: 'ok', name: 'ख', role: 'staff', reachKind: 'district', reachCode: 'IDR' }]);
  expect(problems.map(({ line, refusal }) => `${line} ${refusal.code}`)).toEqual([
    '2 csv.login',
    '2 csv.role',
    '4 csv.twice',
    '5 csv.login',
    '5 csv.missing',
    '5 csv.district',
  ]);
});
