import { addDays, type BroadcastDay } from '../../kernel/broadcast-day.ts';
import type { MonthFacts } from './month-facts.ts';

export interface Week {
  /** Number of the ISO week: Monday begins it, the year's first holds 4 January. */
  readonly week: number;
  readonly from: BroadcastDay;
  readonly made: number;
  /** Different spots that got their number. */
  readonly approved: number;
}

const WEEKS = 8;

/** The last eight weeks that have begun; the weeks before the first spot are left out. */
export function countWeeks({ until, spots }: Pick<MonthFacts, 'until' | 'spots'>): Week[] {
  const monday = addDays(until, -((new Date(until).getUTCDay() + 6) % 7));
  const weeks = Array.from({ length: WEEKS }, (_, at) => addDays(monday, -7 * (WEEKS - 1 - at)));
  const first = spots.reduce((day, spot) => (spot.madeDay < day ? spot.madeDay : day), '9999');
  return weeks
    .filter((from) => addDays(from, 7) > first)
    .map((from) => {
      const isWithin = (day: string | undefined) => day !== undefined && day >= from && day < addDays(from, 7);
      return {
        week: isoWeek(from),
        from,
        made: spots.filter((spot) => isWithin(spot.madeDay)).length,
        approved: spots.filter((spot) => isWithin(spot.approvedDay)).length,
      };
    });
}

/** `monday` decides by its Thursday in which year the week lies. */
function isoWeek(monday: BroadcastDay): number {
  const thursday = new Date(addDays(monday, 3));
  const start = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return 1 + Math.floor((thursday.getTime() - start) / (7 * 86_400_000));
}
