import { z } from 'zod';
import { type BroadcastDay, broadcastDay, listDays, parseBroadcastDay } from '../../kernel/broadcast-day.ts';
import { allow, type Decision, type Refusal, refuse } from '../../kernel/refusal.ts';
import { DAYPART_NAMES } from './dayparts.ts';
import { isRunningOn } from './flight-day.ts';

const day = z
  .string()
  .refine((text) => parseBroadcastDay(text) !== undefined, 'not a day (YYYY-MM-DD)')
  .transform((text) => broadcastDay(text));
const names = z.array(z.string().min(1).max(120)).max(2000).default([]);

/** An order as it is asked for and kept. `until` is exclusive; `channels`: any match, within the asker's reach. */
export const flightWish = z.strictObject({
  title: z.string().trim().max(120).default(''),
  cuts: z
    .array(z.strictObject({ house: z.string().min(1).max(40), weight: z.number().positive().max(100).default(1) }))
    .max(200),
  channels: z.strictObject({ ids: names, operators: names, districts: names, tags: names }),
  from: day,
  until: day,
  days: z
    .string()
    .regex(/^[01]{7}$/, 'not seven days as 0 and 1, Monday first')
    .default('1111111'),
  dayparts: z.array(z.enum(DAYPART_NAMES)).max(DAYPART_NAMES.length).default([]),
  timesPerDay: z.int().min(1).max(48),
  minGapMinutes: z.int().min(0).max(1440).default(0),
  priority: z.int().min(1).max(9).default(5),
});
export type FlightWish = z.output<typeof flightWish>;

/** What is known of a cut that a wish names. */
export interface WishedCut {
  readonly house: string;
  readonly state: 'unknown' | 'sent' | 'approved' | 'recalled' | 'dropped' | 'withdrawn';
  readonly hasConsent: boolean;
}

// The planner's own limit: a year and a day.
const MOST_DAYS = 366;

/** Whether an order may be taken, before anything is planned: its days, then its cuts, then its channels. */
export function decideFlight(
  wish: FlightWish,
  facts: { today: BroadcastDay; cuts: readonly WishedCut[]; channels: number },
): Decision<FlightWish> {
  const fault = faultOfDays(wish, facts.today) ?? faultOfCuts(wish, facts.cuts);
  if (fault) return refuse(fault);
  if (facts.channels === 0) return refuse(no('flight.noChannels', 'no channel in reach matches'));
  return allow(wish);
}

/** The days on which a wish runs. */
export function runningDays(wish: Pick<FlightWish, 'from' | 'until' | 'days'>): BroadcastDay[] {
  const { from, until: to, days } = wish;
  return listDays(from, to).filter((one) => isRunningOn({ from, to, days }, one));
}

function faultOfDays(wish: FlightWish, today: BroadcastDay): Refusal | undefined {
  if (wish.until <= wish.from) return no('flight.order', `${wish.until} is not after ${wish.from}`);
  if (wish.from < today) return no('flight.past', `${wish.from} is before ${today}`);
  if (listDays(wish.from, wish.until).length > MOST_DAYS) return no('flight.tooLong', `over ${MOST_DAYS} days`);
  return runningDays(wish).length === 0 ? no('flight.noDays', `no day of ${wish.days}`) : undefined;
}

function faultOfCuts(wish: FlightWish, cuts: readonly WishedCut[]): Refusal | undefined {
  if (wish.cuts.length === 0) return no('flight.noCuts', 'no cut is named');
  const twice = wish.cuts.find(({ house }, at) => wish.cuts.findIndex((other) => other.house === house) < at);
  if (twice) return no('flight.twice', `${twice.house} twice`, { house: twice.house });
  for (const { house, state, hasConsent } of cuts) {
    if (state === 'unknown') return no('flight.unknownCut', `no cut ${house} in reach`, { house });
    if (state === 'withdrawn') return no('flight.withdrawn', `${house} is withdrawn`, { house });
    if (state === 'recalled') return no('flight.recalled', `${house} is called back`, { house });
    if (state !== 'approved') return no('flight.notApproved', `${house} is ${state}`, { house });
    if (!hasConsent) return no('flight.noConsent', `${house}: no consent for cable in force`, { house });
  }
  return undefined;
}

function no(code: string, tech: string, params?: Refusal['params']): Refusal {
  return { code, user: code, tech, ...(params ? { params } : {}) };
}
