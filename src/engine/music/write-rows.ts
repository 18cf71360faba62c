import type { Note } from './instruments.ts';
import type { Bar } from './lay-bars.ts';

/** One stroke of a row: when, and which place of the row it has. */
export interface Stroke {
  readonly atSeconds: number;
  readonly place: number;
  /** Until the next place. */
  readonly seconds: number;
}

/** A bar's row, its places evenly over the bar; what would fall before the film or on the last note's heels is left out. */
export function strokes<T>(
  bar: Bar,
  row: readonly T[],
  write: (value: NonNullable<T>, stroke: Stroke) => readonly Note[],
): Note[] {
  const seconds = bar.seconds / row.length;
  return row.flatMap((value, place) => {
    const atSeconds = bar.atSeconds + place * seconds;
    if (value === undefined || value === null || atSeconds < 0) return [];
    return write(value, { atSeconds, place, seconds });
  });
}

/** How a hand weighs its strokes: the first most, then the third, the ones between lightly, none quite like another. */
export function weight(place: number, places: number, salt: number): number {
  const half = places / 2;
  const accent = place === 0 ? 1 : place === half ? 0.86 : place % 2 === 0 ? 0.76 : 0.64;
  return accent * (1 + 0.08 * Math.sin(12.9898 * (place + 1) + 4.1414 * salt));
}

/** The row's turn among several, counted back from the end so that the last is always the same. */
export function turnOf<T>(rows: readonly T[], toGo: number): T {
  const row = rows[(rows.length - (toGo % rows.length)) % rows.length];
  if (row === undefined) throw new Error('a bed without rows');
  return row;
}
