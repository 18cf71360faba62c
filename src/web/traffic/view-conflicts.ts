import { type DraftedLogs, dayKey, type Flight, listFlights } from '../../domain/traffic/index.ts';
import { formatCount } from '../frame/format.ts';
import { personOf, type WebContext } from '../http/route.ts';
import type { ConflictView } from './board-page.tsx';

const MOST_SHOWN = 5;
const MOST_FLIGHTS = 500;

/** What does not fit in a drafted week, the most missing first, and orders that have no film left. */
export function viewConflicts(c: WebContext, draft: DraftedLogs): ConflictView[] {
  const t = c.get('t');
  const flights = new Map(
    listFlights(c.get('app').catalogue.rows, personOf(c), { limit: MOST_FLIGHTS }).map((flight) => [flight.id, flight]),
  );
  const nameOf = (id: string) => nameFlight(flights.get(id)) ?? t('flight.ofOthers');
  const empty = draft.withoutCuts.flatMap((id) => {
    const flight = flights.get(id);
    if (!flight) return [];
    const mend = { label: t('flight.stop'), action: `/traffic/flights/${id}/stop`, fields: {} };
    return [{ text: t('conflict.noFilm', { name: plain(nameOf(id)) }), mend }];
  });
  const open = draft.unplaced.filter((one) => !draft.released.has(dayKey({ channelId: one.channel, day: one.day })));
  const groups = [...Map.groupBy(open, (one) => `${one.flight} ${one.reason}`).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const n = group.reduce((sum, one) => sum + one.missing, 0);
    const channels = new Set(group.map((one) => one.channel)).size;
    const params = { name: plain(nameOf(first.flight)), n: formatCount(n), channels };
    return [{ n, text: t('conflict.noRoom', { ...params, why: t(`flight.why.${first.reason}`) }) }];
  });
  groups.sort((a, b) => b.n - a.n);
  return [...empty, ...groups.map(({ text }) => ({ text }))].slice(0, MOST_SHOWN);
}

/** What people call an order: its spot's name, else its cuts' numbers. */
export function nameFlight(flight: Flight | undefined): string | undefined {
  return flight && (flight.title || flight.wish.cuts.map((cut) => cut.house).join(', '));
}

// Two stars mark bold in a conflict's sentence; a name has none.
function plain(name: string): string {
  return name.replaceAll('*', '');
}
