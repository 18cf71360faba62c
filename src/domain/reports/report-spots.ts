import type { MonthSpan } from '../airing/index.ts';
import type { DeliveryParts } from '../delivery/index.ts';
import { type Asker, isIn, readMonthFacts } from './month-facts.ts';

/** Which spots of the month: those that a number of the page counts. */
export interface SpotQuestion {
  readonly what: 'made' | 'approved' | 'aired' | 'proved';
  readonly scheme?: string | undefined;
  readonly district?: string | undefined;
  readonly division?: string | undefined;
}

export interface ReportSpot {
  readonly spot: string;
  readonly number: string;
  readonly scheme: string;
  readonly district: string;
  readonly madeDay: string;
  readonly approvedDay: string | undefined;
  readonly channels: number;
  readonly plays: number;
  readonly proved: number;
}

/** The rows behind a number, in the order of their numbers; what ran here from other districts stands at the end. */
export function listReportSpots(
  parts: DeliveryParts,
  asker: Asker,
  span: MonthSpan,
  question: SpotQuestion,
): ReportSpot[] {
  const facts = readMonthFacts(parts, asker, span);
  const divisions = new Map(facts.districts.map(({ code, division }) => [code, division]));
  const plays = Map.groupBy(facts.plays, (one) => one.spotId);
  const isOfPlays = question.what === 'aired' || question.what === 'proved';
  return [...facts.spots, ...(isOfPlays ? facts.guests : [])]
    .map((spot): ReportSpot => {
      const own = (plays.get(spot.spot) ?? []).filter((one) => one.aired + one.proved > 0);
      const sum = (pick: (one: (typeof own)[number]) => number) => own.reduce((total, one) => total + pick(one), 0);
      return {
        ...spot,
        channels: new Set(own.map((one) => one.channelId)).size,
        plays: sum((one) => one.aired + one.proved),
        proved: sum((one) => one.proved),
      };
    })
    .filter(({ scheme, district }) => {
      if (question.scheme && question.scheme !== scheme) return false;
      if (question.district && question.district !== district) return false;
      return !question.division || question.division === divisions.get(district);
    })
    .filter((spot) => isAsked(spot, span, question.what));
}

function isAsked(spot: ReportSpot, span: MonthSpan, what: SpotQuestion['what']): boolean {
  switch (what) {
    case 'made':
      return isIn(span, spot.madeDay);
    case 'approved':
      return isIn(span, spot.approvedDay);
    case 'aired':
      return spot.plays > 0;
    case 'proved':
      return spot.proved > 0;
  }
}
