import { isIn, type MonthFacts } from './month-facts.ts';

/** Spots that ran, by scheme and place. */
export interface Heat {
  /** `division` when more than one is in reach. */
  readonly by: 'district' | 'division';
  readonly places: readonly string[];
  /** Schemes that were made or ran, those with the most first; a count for each place. */
  readonly rows: readonly { readonly scheme: string; readonly spots: readonly number[] }[];
}

export function countHeat({ span, districts, spots, plays }: MonthFacts): Heat {
  const divisions = new Set(districts.map((district) => district.division));
  const by = divisions.size > 1 ? 'division' : 'district';
  const placeOf = new Map(districts.map(({ code, division }) => [code, by === 'division' ? division : code]));
  const aired = new Set(plays.filter((one) => one.aired + one.proved > 0).map((one) => one.spotId));
  const places = [...new Set(districts.map(({ code }) => placeOf.get(code) ?? code))];
  const shown = spots.filter((spot) => aired.has(spot.spot) || isIn(span, spot.madeDay));
  const rows = [...Map.groupBy(shown, (spot) => spot.scheme)].map(([scheme, own]) => {
    const ran = own.filter((spot) => aired.has(spot.spot));
    return { scheme, spots: places.map((place) => ran.filter((spot) => placeOf.get(spot.district) === place).length) };
  });
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  rows.sort((a, b) => total(b.spots) - total(a.spots) || (a.scheme < b.scheme ? -1 : 1));
  return { by, places, rows };
}
