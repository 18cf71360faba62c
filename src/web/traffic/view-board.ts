import { type Channel, listDistricts } from '../../domain/directory/index.ts';
import {
  type DraftedLogs,
  dayKey,
  draftLogs,
  listLogHeads,
  listReachedChannels,
  listStanding,
} from '../../domain/traffic/index.ts';
import { addDays, type BroadcastDay } from '../../kernel/broadcast-day.ts';
import { formatCount } from '../frame/format.ts';
import type { Done } from '../frame/toast.tsx';
import { personOf, type WebContext } from '../http/route.ts';
import type { BoardCellView, BoardRowView } from './board.tsx';
import type { BoardPageView } from './board-page.tsx';
import { trafficParts } from './traffic-parts.ts';
import { viewConflicts } from './view-conflicts.ts';
import { viewFlightForm } from './view-flight-form.ts';
import { dayFrom, todayOf, weekOf } from './week.ts';

// A desk shows so many rows without scrolling far; "show all" is one press away.
const ROWS = 20;
const NEARLY_FULL = 0.95;

/** Traffic's first page: the week around `?from=` (this one without), all channels with `?all=1`. */
export function viewBoard(c: WebContext, done?: Done): BoardPageView {
  const today = todayOf(c);
  const week = weekOf(dayFrom(c.req.query('from'), today));
  const [monday, sunday] = [week[0] ?? today, week[6] ?? today];
  const channels = listReachedChannels(c.get('app').catalogue.rows, personOf(c).districts);
  const shown = c.req.query('all') === '1' ? channels : channels.slice(0, ROWS);
  const draft = draftWeek(c, shown, { from: monday, until: addDays(sunday, 1) });
  const conflicts = viewConflicts(c, draft);
  const districts = new Set(channels.map((channel) => channel.district)).size;
  const mayChange = ['traffic', 'admin'].includes(personOf(c).role);
  return {
    reach: c.get('t')('board.reach', { n: formatCount(channels.length), districts }),
    from: monday,
    until: sunday,
    previousHref: `/traffic?from=${addDays(monday, -7)}`,
    nextHref: `/traffic?from=${addDays(monday, 7)}`,
    flightsHref: '/traffic/flights',
    releaseHref: mayChange && isOpen(c, channels, addDays(today, 1)) ? '/traffic/release' : undefined,
    conflicts,
    board: {
      days: week,
      rows: viewRows(c, shown, { week, draft }),
      channels: channels.length,
      allHref: shown.length < channels.length ? `/traffic?from=${monday}&all=1` : undefined,
    },
    flight: mayChange ? viewFlightForm(c) : undefined,
    islands: ['flight.island.js'],
    done,
  };
}

function draftWeek(c: WebContext, channels: readonly Channel[], span: { from: BroadcastDay; until: BroadcastDay }) {
  const { catalogue, clock, dayClock } = trafficParts(c.get('app'));
  return draftLogs(catalogue.rows, { channels, ...span, now: clock.now(), dayClock });
}

/** Whether something stands on the day that is not out yet. */
function isOpen(c: WebContext, channels: readonly Channel[], day: BroadcastDay): boolean {
  const { rows } = c.get('app').catalogue;
  const span = { channelIds: channels.map((channel) => channel.id), from: day, until: addDays(day, 1) };
  const released = new Set(listLogHeads(rows, span).flatMap((log) => (log.releasedAt ? [log.channelId] : [])));
  return listStanding(rows, span).some((position) => !released.has(position.channelId));
}

function viewRows(
  c: WebContext,
  channels: readonly Channel[],
  { week, draft }: { week: readonly BroadcastDay[]; draft: DraftedLogs },
): BoardRowView[] {
  const { rows } = c.get('app').catalogue;
  const [from, last] = [week[0], week[6]];
  if (!from || !last) return [];
  const span = { channelIds: channels.map((channel) => channel.id), from, until: addDays(last, 1) };
  const standing = Map.groupBy(listStanding(rows, span), dayKey);
  const released = new Set(listLogHeads(rows, span).flatMap((log) => (log.releasedAt ? [dayKey(log)] : [])));
  const clashing = new Set(draft.unplaced.map((one) => dayKey({ channelId: one.channel, day: one.day })));
  const names = new Map(
    listDistricts(rows, personOf(c).districts).map((district) => [district.code, district[c.get('language')]]),
  );
  return channels.map((channel) => ({
    channel: channel.name,
    district: names.get(channel.district) ?? channel.district,
    cells: week.map((day) => {
      const key = dayKey({ channelId: channel.id, day });
      const used = (standing.get(key) ?? []).reduce((sum, position) => sum + position.lengthFrames, 0);
      const room = channel.breaks.reduce((sum, adBreak) => sum + adBreak.lengthFrames, 0);
      const fill = room > 0 ? used / room : 0;
      const state = stateOf(fill, { released: released.has(key), clashing: clashing.has(key) });
      return { fill, state, href: `/traffic/logs/${channel.id}/${day}` };
    }),
  }));
}

function stateOf(fill: number, is: { released: boolean; clashing: boolean }): BoardCellView['state'] {
  if (is.released) return 'released';
  if (is.clashing) return 'conflict';
  return fill > NEARLY_FULL ? 'nearlyFull' : 'plain';
}
