import type { AiringState } from './airing-day.ts';

/** A spot of the month's work. */
export interface ReportedSpot {
  readonly spot: string;
  readonly scheme: string;
  readonly district: string;
  readonly isMade: boolean;
  readonly isApproved: boolean;
}

/** Positions of one spot with one operator in the month that share a state. */
export interface ReportedAirings {
  readonly spot: string;
  readonly scheme: string;
  /** District of the spot, not of the operator. */
  readonly district: string;
  readonly operator: string;
  readonly state: AiringState;
  readonly count: number;
  readonly seconds: number;
  /** Whether anything was heard (list, word, recording) for these days; without it nothing is known, which is not 0. */
  readonly isHeard: boolean;
}

export interface ReportLine {
  readonly key: string;
  readonly made: number;
  readonly approved: number;
  readonly planned: number;
  /** Plays that aired, proved ones among them; null when nothing was heard of any play whose time is over. */
  readonly aired: number | null;
  readonly proved: number | null;
  readonly missing: number | null;
  /** Plays whose time is over and of which nothing is known. */
  readonly unknown: number;
  /** Different spots that aired. */
  readonly spotsAired: number | null;
  readonly airedSeconds: number | null;
}

export interface MonthReport {
  readonly total: ReportLine;
  readonly schemes: readonly ReportLine[];
  readonly districts: readonly ReportLine[];
  readonly operators: readonly ReportLine[];
  /** Different spots that aired, by scheme and district of the spot; only where something was planned. */
  readonly heat: readonly { readonly scheme: string; readonly district: string; readonly spotsAired: number | null }[];
}

/** The month in numbers. "0 aired" is said only where somebody could know; else the number is null. */
export function buildMonthReport(spots: readonly ReportedSpot[], airings: readonly ReportedAirings[]): MonthReport {
  const byOperator = Map.groupBy(airings, (one) => one.operator);
  const cells = Map.groupBy(airings, (one) => JSON.stringify([one.scheme, one.district]));
  return {
    total: buildLine('', spots, airings),
    schemes: linesBy(spots, airings, (one) => one.scheme),
    districts: linesBy(spots, airings, (one) => one.district),
    // Spots are not made by operators: their lines count airings alone.
    operators: [...byOperator].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, list]) => buildLine(key, [], list)),
    heat: [...cells.values()].flatMap((list) => {
      const [first] = list;
      return first
        ? [{ scheme: first.scheme, district: first.district, spotsAired: buildLine('', [], list).spotsAired }]
        : [];
    }),
  };
}

function linesBy(
  spots: readonly ReportedSpot[],
  airings: readonly ReportedAirings[],
  keyOf: (one: ReportedSpot | ReportedAirings) => string,
): ReportLine[] {
  const ownSpots = Map.groupBy(spots, keyOf);
  const ownAirings = Map.groupBy(airings, keyOf);
  const keys = [...new Set([...ownSpots.keys(), ...ownAirings.keys()])].sort();
  return keys.map((key) => buildLine(key, ownSpots.get(key) ?? [], ownAirings.get(key) ?? []));
}

function buildLine(key: string, spots: readonly ReportedSpot[], airings: readonly ReportedAirings[]): ReportLine {
  const countOf = (...states: AiringState[]) =>
    sum(
      airings.filter((one) => states.includes(one.state)),
      (one) => one.count,
    );
  const aired = airings.filter((one) => one.state === 'aired' || one.state === 'proved');
  const due = airings.filter((one) => one.state !== 'planned');
  const isKnown = due.length === 0 || due.some((one) => one.isHeard);
  const known = (value: number) => (isKnown ? value : null);
  return {
    key,
    made: spots.filter((spot) => spot.isMade).length,
    approved: spots.filter((spot) => spot.isApproved).length,
    planned: sum(airings, (one) => one.count),
    aired: known(countOf('aired', 'proved')),
    proved: known(countOf('proved')),
    missing: known(countOf('missing')),
    unknown: countOf('unknown'),
    spotsAired: known(new Set(aired.map((one) => one.spot)).size),
    airedSeconds: known(sum(aired, (one) => one.seconds)),
  };
}

function sum<T>(list: readonly T[], amountOf: (one: T) => number): number {
  return list.reduce((total, one) => total + amountOf(one), 0);
}
