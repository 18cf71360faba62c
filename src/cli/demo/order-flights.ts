import type { Person } from '../../domain/accounts/index.ts';
import { listCuts, type Spot } from '../../domain/spots/index.ts';
import {
  addFlight,
  type FlightWish,
  flightWish,
  listFlights,
  listLogHeads,
  releaseDay,
} from '../../domain/traffic/index.ts';
import { addDays, type BroadcastDay, broadcastDay, listDays } from '../../kernel/broadcast-day.ts';
import { unwrap } from '../../kernel/refusal.ts';
import type { CastMember, Run } from './cast.ts';
import type { DemoParts } from './demo-parts.ts';

/** How far ahead the orders of today reach: two weeks, not given to the operators yet. */
const AHEAD_DAYS = 14;

/** Channels' days with released lists, `until` exclusive. */
export interface Ordered {
  readonly channels: readonly string[];
  readonly from: BroadcastDay;
  readonly until: BroadcastDay;
}

/** Orders an approved film's plays of the past month, as they would have been ordered then, and those of the next two weeks. */
export async function orderFlights(parts: DemoParts, member: CastMember, spot: Spot): Promise<readonly Ordered[]> {
  const ordered: Ordered[] = [];
  for (const run of member.runs) {
    const past = await orderRun(parts, { member, spot, run });
    await releaseDays(parts, past);
    ordered.push(past);
  }
  const channels = [...new Set(member.runs.flatMap((run) => run.channels))];
  await orderRun(parts, { member, spot, run: { channels, from: 1, until: AHEAD_DAYS } });
  return ordered;
}

interface Order {
  readonly member: CastMember;
  readonly spot: Spot;
  readonly run: Run;
}

/** Gives the order on the evening before its first day; one that was given before stays as it is. */
async function orderRun({ app, clock, people }: DemoParts, { member, spot, run }: Order): Promise<Ordered> {
  const title = titleOf(member, run);
  const given = findGiven(app.catalogue.rows, people.traffic, title);
  if (given) return { channels: run.channels, from: given.from, until: given.until };
  const [house] = listCuts(app.catalogue.rows, spot.id).flatMap((cut) => cut.houseNumber ?? []);
  const [from, until] = [addDays(clock.today(), run.from), addDays(clock.today(), run.until)];
  const wish = flightWish.parse({
    title,
    cuts: [{ house }],
    channels: { ids: [...run.channels] },
    from,
    until,
    timesPerDay: 3,
    minGapMinutes: 90,
  });
  const { catalogue, config } = app;
  const order = () => unwrap(addFlight({ catalogue, dayClock: config.dayClock }, people.traffic, wish));
  await clock.on(Math.min(run.from - 1, 0), 17, order);
  return { channels: run.channels, from, until };
}

/** Tells one order of a film from its others, and finds it again on another day. */
function titleOf({ person, runs }: CastMember, run: Run): string {
  const number = runs.indexOf(run) + 1;
  const when = number > 0 ? `आदेश ${number}` : 'आगे';
  return `${person.hi}, ${when}: ${run.channels.length} चैनल (${run.until - run.from} दिन)`;
}

function findGiven(rows: Parameters<typeof listFlights>[0], by: Person, title: string): FlightWish | undefined {
  return listFlights(rows, by, { limit: 500 }).find((flight) => flight.title === title)?.wish;
}

/** Gives each day's list to the operator on the evening before it. */
async function releaseDays({ app, clock, people }: DemoParts, { channels, from, until }: Ordered): Promise<void> {
  const { catalogue, config } = app;
  const heads = listLogHeads(catalogue.rows, { channelIds: [...channels], from, until });
  const open = new Set(heads.flatMap((head) => (head.releasedAt ? [] : [head.day])));
  const parts = { catalogue, dayClock: config.dayClock };
  for (const day of listDays(from, until).filter((one) => open.has(one))) {
    const daysFromToday = listDays(day, broadcastDay(clock.today())).length;
    const release = () => unwrap(releaseDay(parts, people.traffic, { day, channelIds: [...channels] }));
    await clock.on(-daysFromToday - 1, 18, release);
  }
}
