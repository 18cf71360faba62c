import { type FindablePlace, findPlaces } from './find-scheme.ts';
import type { TellProblem } from './read-csv.ts';
import { soundKeys } from './sound-key.ts';

/**
 * The code of the district that a cell names: its code, or a name that sounds exactly like one. Anything further off is asked
 * about, never guessed: tells a problem and gives ''.
 */
export function readNamedDistrict(text: string, districts: readonly FindablePlace[], tell: TellProblem): string {
  const same = placesNamed(text, districts);
  if (same.length === 1 && same[0]) return same[0].code;
  const [like] = findPlaces(text, districts, 1);
  if (like) tell('directory.csv.districtLike', { value: text, like: like.hi });
  else tell('directory.csv.district', { value: text });
  return '';
}

/** Places that a text names: by code, or by a Hindi, Latin or earlier name that sounds the same. */
export function placesNamed<T extends FindablePlace>(text: string, places: readonly T[]): T[] {
  const key = soundKeys(text).join(' ');
  const called = (name: string) => soundKeys(name).join(' ') === key;
  return places.filter(
    (row) => row.code === text.toUpperCase() || (key !== '' && [row.hi, row.en, ...(row.aliases ?? [])].some(called)),
  );
}
