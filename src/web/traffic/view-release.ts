import { listFetches } from '../../domain/delivery/index.ts';
import { type Channel, findOperator } from '../../domain/directory/index.ts';
import { findCut, findSpot } from '../../domain/spots/index.ts';
import { dayKey, draftLogs, listReachedChannels, listStanding } from '../../domain/traffic/index.ts';
import { addDays, type BroadcastDay } from '../../kernel/broadcast-day.ts';
import type { Rows } from '../../kernel/catalogue.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { personOf, type WebContext } from '../http/route.ts';
import { messageIn } from '../locales/index.ts';
import type { ReleasePageView, ReleaseRowView } from './release-page.tsx';
import { trafficParts } from './traffic-parts.ts';

/** What a release of this day would give to each operator now, planned as the release itself plans. */
export function viewRelease(c: WebContext, day: BroadcastDay, refusal?: Refusal): ReleasePageView {
  const { catalogue, clock, dayClock } = trafficParts(c.get('app'));
  const { rows } = catalogue;
  const channels = listReachedChannels(rows, personOf(c).districts);
  const until = addDays(day, 1);
  const draft = draftLogs(rows, { channels, from: day, until, now: clock.now(), dayClock });
  const isReleased = (channelId: string) => draft.released.has(dayKey({ channelId, day }));
  const planned = new Map(
    draft.logs
      .filter((log) => !isReleased(log.channel) && log.positions.length > 0)
      .map((log) => [log.channel, log.positions.map((position) => position.cut)]),
  );
  const open = channels.filter((channel) => planned.has(channel.id));
  const rowsOf = [...Map.groupBy(open, (channel) => channel.operatorId)].map(([operatorId, own]) =>
    viewOperator(c, { operatorId, channels: own, planned, day }),
  );
  return {
    day,
    backHref: `/traffic?from=${day}`,
    operators: rowsOf.sort((a, b) => a.operator.localeCompare(b.operator)),
    releasedChannels: channels.filter((channel) => isReleased(channel.id)).length,
    action: ['traffic', 'admin'].includes(personOf(c).role) ? '/traffic/release' : undefined,
    refusal: refusal && messageIn(c.get('language'), refusal.user, refusal.params),
  };
}

function viewOperator(
  c: WebContext,
  of: {
    operatorId: string;
    channels: readonly Channel[];
    planned: ReadonlyMap<string, readonly string[]>;
    day: BroadcastDay;
  },
): ReleaseRowView {
  const { rows } = c.get('app').catalogue;
  const channelIds = of.channels.map((channel) => channel.id);
  const plays = channelIds.flatMap((id) => of.planned.get(id) ?? []);
  const now = new Set(plays);
  const before = new Set(
    listStanding(rows, { channelIds, from: addDays(of.day, -1), until: of.day }).map((position) => position.cutId),
  );
  const fetched = new Set(listFetches(rows, of.operatorId, [...now]).map((fetch) => fetch.cutId));
  return {
    operator: findOperator(rows, of.operatorId)?.settings.names[c.get('language')] ?? of.operatorId,
    channels: of.channels.length,
    plays: plays.length,
    added: namesOf(rows, now.difference(before)),
    dropped: namesOf(rows, before.difference(now)),
    newFilms: now.difference(fetched).size,
  };
}

function namesOf(rows: Rows, cutIds: ReadonlySet<string>): string[] {
  const names = [...cutIds].map((cutId) => {
    const cut = findCut(rows, cutId);
    return (cut && findSpot(rows, cut.spotId)?.document.name) ?? cutId;
  });
  return [...new Set(names)];
}
