import type { Plan } from './plan-schema.ts';

/** Names that are used twice, or that point at nothing; each as one sentence for the log. */
export function findBrokenReferences(plan: Plan): string[] {
  const cuts = new Set(plan.cuts.map((cut) => cut.id));
  const flights = new Set(plan.flights.map((flight) => flight.id));
  return [
    ...listTwice('channel', plan.channels),
    ...listTwice('cut', plan.cuts),
    ...listTwice('flight', plan.flights),
    ...plan.channels.flatMap((channel) => listTwice(`channel ${channel.id}: break`, channel.breaks)),
    ...unknownDayparts(plan),
    ...plan.flights.flatMap((flight) => [
      ...listTwice(`flight ${flight.id}: cut`, flight.cuts),
      ...flight.cuts.filter((cut) => !cuts.has(cut.id)).map((cut) => `flight ${flight.id}: no cut ${cut.id}`),
      ...(flight.from < flight.to ? [] : [`flight ${flight.id}: to must come after from`]),
    ]),
    ...brokenLocks(plan, cuts, flights),
    ...listTwice(
      'lock',
      plan.locked.map((lock) => ({ id: [lock.channel, lock.day, lock.break, lock.position].join(' ') })),
    ),
  ];
}

function listTwice(what: string, things: readonly { readonly id: string }[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { id } of things) (seen.has(id) ? twice : seen).add(id);
  return [...twice].map((id) => `${what} ${id} stands twice`);
}

function unknownDayparts(plan: Plan): string[] {
  const isUnknown = (name: string) => !Object.hasOwn(plan.dayparts, name);
  const inBreaks = plan.channels.flatMap((channel) =>
    channel.breaks.flatMap((adBreak) =>
      adBreak.daypart !== undefined && isUnknown(adBreak.daypart) ? [adBreak.daypart] : [],
    ),
  );
  const inFlights = plan.flights.flatMap((flight) => flight.dayparts.filter(isUnknown));
  return [...new Set([...inBreaks, ...inFlights])].map((name) => `no daypart ${name}`);
}

function brokenLocks(plan: Plan, cuts: ReadonlySet<string>, flights: ReadonlySet<string>): string[] {
  const breaks = new Map(
    plan.channels.map((channel) => [channel.id, new Set(channel.breaks.map((adBreak) => adBreak.id))]),
  );
  return plan.locked.flatMap((lock, index) => {
    const known = breaks.get(lock.channel);
    const at = `locked.${index}:`;
    if (!known) return [`${at} no channel ${lock.channel}`];
    if (!known.has(lock.break)) return [`${at} channel ${lock.channel} has no break ${lock.break}`];
    if (!cuts.has(lock.cut)) return [`${at} no cut ${lock.cut}`];
    return lock.flight === null || flights.has(lock.flight) ? [] : [`${at} no flight ${lock.flight}`];
  });
}
