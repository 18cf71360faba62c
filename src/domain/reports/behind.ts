import { addDays } from '../../kernel/broadcast-day.ts';
import { isIn, type MonthFacts } from './month-facts.ts';

/** A district from which nothing came for longer than this is behind. */
const DISTRICT_PATIENCE_DAYS = 7;

/** Who has given nothing, and since when; those who wait longest first. */
export interface Behind {
  readonly districts: readonly {
    readonly district: string;
    /** Spots made this month. */
    readonly spots: number;
    /** Day of the last one; undefined: there never was one. */
    readonly since: string | undefined;
  }[];
  readonly operators: readonly {
    readonly operatorId: string;
    /** Days that are over of which nobody said a word, and the first of them. */
    readonly days: number;
    readonly since: string;
  }[];
}

export function findBehind(facts: MonthFacts): Behind {
  return { districts: findDistricts(facts), operators: findOperators(facts) };
}

function findDistricts({ span, until, districts, spots }: MonthFacts): Behind['districts'] {
  const byDistrict = Map.groupBy(
    spots.filter((spot) => spot.madeDay <= until),
    (spot) => spot.district,
  );
  const limit = addDays(until, -DISTRICT_PATIENCE_DAYS);
  return districts
    .map(({ code }) => {
      const own = byDistrict.get(code) ?? [];
      const since = own.reduce<string | undefined>(
        (day, spot) => (day && day > spot.madeDay ? day : spot.madeDay),
        undefined,
      );
      return { district: code, spots: own.filter((spot) => isIn(span, spot.madeDay)).length, since };
    })
    .filter(({ since }) => since === undefined || since < limit)
    .sort((a, b) => ((a.since ?? '') < (b.since ?? '') ? -1 : 1));
}

function findOperators({ silent }: MonthFacts): Behind['operators'] {
  return [...Map.groupBy(silent, (one) => one.operatorId)]
    .map(([operatorId, own]) => {
      const days = own.map((one) => one.day).sort();
      return { operatorId, days: days.length, since: days[0] ?? '' };
    })
    .sort((a, b) => b.days - a.days || (a.since < b.since ? -1 : 1));
}
