import type { DistrictRow, SchemeRow } from './preset-rows.ts';
import { soundKeys } from './sound-key.ts';

/** What the search needs of a scheme; rows of the catalogue fit too. */
export type FindableScheme = Pick<SchemeRow, 'code' | 'names'> & Partial<Pick<SchemeRow, 'alsoCalled' | 'mostUsed'>>;
export type FindablePlace = Pick<DistrictRow, 'code' | 'hi' | 'en'> & Partial<Pick<DistrictRow, 'aliases'>>;

/**
 * Schemes that sound like `query`, best first: Hindi, Latin letters or misspelt, any of a scheme's forms, its code or an
 * abbreviation. An empty query gives the most used ones, for the chips.
 */
export function findSchemes<T extends FindableScheme>(query: string, schemes: readonly T[], limit = 8): T[] {
  if (query.trim() === '') return schemes.filter((row) => row.mostUsed).slice(0, limit);
  const usedFirst = [...schemes].sort((a, b) => Number(b.mostUsed ?? false) - Number(a.mostUsed ?? false));
  return rank(query, usedFirst, (row) => [row.code, ...row.names.hi, ...row.names.en, ...(row.alsoCalled ?? [])]).slice(
    0,
    limit,
  );
}

/** Districts that sound like `query`, best first; an empty query gives none. */
export function findPlaces<T extends FindablePlace>(query: string, places: readonly T[], limit = 8): T[] {
  return rank(query, places, (row) => [row.code, row.hi, row.en, ...(row.aliases ?? [])]).slice(0, limit);
}

function rank<T>(query: string, rows: readonly T[], formsOf: (row: T) => string[]): T[] {
  const asked = soundKeys(query);
  if (asked.length === 0) return [];
  const cost = (form: string) => formCost(asked, soundKeys(form)) - (writtenSo(query, form) ? 0.1 : 0);
  return rows
    .map((row) => ({ row, cost: Math.min(...formsOf(row).map(cost)) }))
    .filter((found) => Number.isFinite(found.cost))
    .sort((a, b) => a.cost - b.cost)
    .map(({ row }) => row);
}

// PMAY and PMMY sound alike; who writes one of them means that one.
function writtenSo(query: string, form: string): boolean {
  return form.toLowerCase().startsWith(query.trim().toLowerCase());
}

// Every asked word must be heard somewhere in the form; words of the form that nobody asked for cost a little.
function formCost(asked: readonly string[], form: readonly string[]): number {
  const heard = asked.reduce(
    (sum, word) => sum + Math.min(Number.POSITIVE_INFINITY, ...form.map((have) => wordCost(word, have))),
    0,
  );
  const apart = Number.isFinite(heard) ? heard : joinedCost(asked, form);
  return apart + 0.02 * Math.max(0, form.length - asked.length);
}

// "ladlibahna", "अटलपेंशन": a name written without its spaces.
function joinedCost(asked: readonly string[], form: readonly string[]): number {
  const [have, word] = [form.join(''), asked.join('')];
  return word.length >= 4 && have.includes(word) ? 0.5 : Number.POSITIVE_INFINITY;
}

function wordCost(asked: string, have: string): number {
  if (asked === have) return 0;
  if (have.startsWith(asked)) return 0.2 + 0.02 * (have.length - asked.length);
  const allowed = asked.length <= 2 ? 0 : asked.length <= 4 ? 1 : 2;
  const whole = editDistance(asked, have);
  if (whole <= allowed) return whole;
  const begun = asked.length >= 4 ? editDistance(asked, have.slice(0, asked.length)) + 0.4 : Number.POSITIVE_INFINITY;
  return begun <= allowed + 0.4 ? begun : Number.POSITIVE_INFINITY;
}

/** Letters to change, add, drop or swap with a neighbour to make `a` into `b`. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? cell(before, j - 2) + 1
          : Number.POSITIVE_INFINITY;
      row.push(Math.min(cell(last, j) + 1, cell(row, j - 1) + 1, cell(last, j - 1) + same, swapped));
    }
    [before, last] = [last, row];
  }
  return cell(last, b.length);
}

function cell(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
