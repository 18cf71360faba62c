import type { MonthFacts } from './month-facts.ts';

export interface BestSpot {
  readonly spot: string;
  readonly channels: number;
  readonly plays: number;
}

/** Spots on the most channels, then with the most plays. */
export function findBest({ plays }: Pick<MonthFacts, 'plays'>, most: number): BestSpot[] {
  const aired = plays.filter((one) => one.aired + one.proved > 0);
  return [...Map.groupBy(aired, (one) => one.spotId)]
    .map(([spot, own]) => ({
      spot,
      channels: new Set(own.map((one) => one.channelId)).size,
      plays: own.reduce((sum, one) => sum + one.aired + one.proved, 0),
    }))
    .sort((a, b) => b.channels - a.channels || b.plays - a.plays || (a.spot < b.spot ? -1 : 1))
    .slice(0, most);
}
