import type { BroadcastDay } from '../../kernel/broadcast-day.ts';
import { FRAME_RATE } from '../../kernel/frames.ts';
import type { MonthSpan } from '../airing/index.ts';
import type { DeliveryParts } from '../delivery/index.ts';
import { type Behind, findBehind } from './behind.ts';
import { type BestSpot, findBest } from './best.ts';
import { countHeat, type Heat } from './heat.ts';
import { countLine, type Line } from './line.ts';
import { type Asker, readMonthFacts } from './month-facts.ts';
import { countWeeks, type Week } from './trend.ts';

export interface HeadOfficeParts extends DeliveryParts {
  readonly config: DeliveryParts['config'] & { readonly airtimeRupees: number | undefined };
}

/** A month as head office asks of it. */
export interface HeadOffice {
  readonly from: BroadcastDay;
  /** The last day of which anything can be said. */
  readonly until: BroadcastDay;
  readonly line: Line;
  readonly heat: Heat;
  readonly behind: Behind;
  readonly weeks: readonly Week[];
  readonly best: readonly BestSpot[];
  /** What the plays would have cost; undefined without a rate or without plays. */
  readonly costAvoidedRupees: number | undefined;
}

// Twice as many as a page shows: some may have been withdrawn since.
const BEST = 8;

/** The month for these districts: what was made there, and what their operators aired. */
export function readHeadOffice(parts: HeadOfficeParts, asker: Asker, span: MonthSpan): HeadOffice {
  const facts = readMonthFacts(parts, asker, span);
  const line = countLine(facts);
  return {
    from: span.from,
    until: facts.until,
    line,
    heat: countHeat(facts),
    behind: findBehind(facts),
    weeks: countWeeks(facts),
    best: findBest(facts, BEST),
    costAvoidedRupees: costOf(line, parts.config.airtimeRupees),
  };
}

/** The rate is for ten seconds on one channel. */
function costOf({ aired }: Line, rupeesPerTenSeconds: number | undefined): number | undefined {
  if (!aired || rupeesPerTenSeconds === undefined) return undefined;
  return Math.round((aired.frames / FRAME_RATE / 10) * rupeesPerTenSeconds);
}
