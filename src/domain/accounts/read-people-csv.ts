import {
  type CsvColumn,
  type CsvProblem,
  type CsvRow,
  type FindablePlace,
  keepGoodRows,
  placesNamed,
  readCsv,
  readNamedDistrict,
  type TellProblem,
} from '../directory/index.ts';
import { type NewPerson, newPerson } from './manage-people.ts';
import { ROLES, type Role } from './person.ts';

type Key = 'login' | 'name' | 'role' | 'place';
type Cells = CsvRow<Key>['cells'];

interface Known {
  readonly divisions: readonly FindablePlace[];
  readonly districts: readonly FindablePlace[];
}

const COLUMNS: readonly CsvColumn<Key>[] = [
  { key: 'login', headings: ['लॉगिन', 'username'], required: true },
  { key: 'name', headings: ['नाम'], required: true },
  { key: 'role', headings: ['काम', 'भूमिका'], required: true },
  { key: 'place', headings: ['जगह', 'ज़िला', 'district', 'ज़िला या संभाग'], required: true },
];

// What offices write for a role, beside our own word.
const ROLE_WORDS: Readonly<Record<Role, readonly string[]>> = {
  admin: ['प्रशासक', 'administrator'],
  staff: ['ज़िला जनसम्पर्क', 'ज़िला जनसंपर्क', 'district staff'],
  reviewer: ['समीक्षक'],
  traffic: ['ट्रैफिक अधिकारी', 'traffic officer'],
  airing: ['प्रसारण लेखा', 'airing officer'],
  headOffice: ['मुख्यालय', 'head office'],
  auditor: ['लेखा परीक्षक'],
};
const STATE_WORDS = ['राज्य', 'state', 'मध्यप्रदेश', 'मध्य प्रदेश', 'madhya pradesh'];

/**
 * People of a CSV table, ready to invite; a row with a problem is left out and every problem of it told. The place is
 * राज्य, «संभाग» with a division's name, or a district's code or name.
 */
export function readPeopleCsv(bytes: Uint8Array, known: Known): { people: NewPerson[]; problems: CsvProblem[] } {
  const table = readCsv(bytes, COLUMNS);
  const people = keepGoodRows(
    table,
    (cells, tell) => toPerson(cells, known, tell),
    (person) => person.login,
  );
  return { people, problems: table.problems };
}

function toPerson(cells: Cells, known: Known, tell: TellProblem): NewPerson {
  const { login, name } = newPerson.shape;
  if (!login.safeParse(cells.login).success) tell('directory.csv.login', { value: cells.login });
  if (!name.safeParse(cells.name).success) tell('directory.csv.missing', { column: 'नाम' });
  return {
    login: cells.login,
    name: cells.name,
    role: readRole(cells.role, tell),
    ...readReach(cells.place, known, tell),
  };
}

function readRole(text: string, tell: TellProblem): Role {
  const wanted = plain(text);
  const role = ROLES.find((one) => [one, ...ROLE_WORDS[one]].some((word) => plain(word) === wanted));
  if (!role)
    tell('directory.csv.role', { value: text, choices: ROLES.map((one) => ROLE_WORDS[one][0] ?? one).join(', ') });
  return role ?? 'staff';
}

function readReach(text: string, known: Known, tell: TellProblem): Pick<NewPerson, 'reachKind' | 'reachCode'> {
  if (STATE_WORDS.includes(text.toLowerCase())) return { reachKind: 'state' };
  // Most divisions bear a district's name, so a division is meant only where the word stands with it (or by its code).
  const [, named] = /^(.*?)\s*(?:संभाग|division)$/i.exec(text) ?? [];
  const [division] = placesNamed(named ?? text, known.divisions).filter(
    (row) => named !== undefined || row.code === text,
  );
  if (division) return { reachKind: 'division', reachCode: division.code };
  return { reachKind: 'district', reachCode: readNamedDistrict(text, known.districts, tell) };
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\s\u093c]/gu, '');
}
