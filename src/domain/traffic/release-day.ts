import { and, eq, inArray, isNull } from 'drizzle-orm';
import { addDays, type BroadcastDay, broadcastDayOf } from '../../kernel/broadcast-day.ts';
import type { Change } from '../../kernel/catalogue.ts';
import { type Decision, decided, RefusalError } from '../../kernel/refusal.ts';
import type { Person } from '../accounts/index.ts';
import type { Channel } from '../directory/index.ts';
import { listReachedChannels } from './flight-channels.ts';
import { dayKey, listStanding } from './logs.store.ts';
import { planDays } from './plan-days.ts';
import { channelLogs } from './traffic.table.ts';
import type { TrafficParts } from './traffic-parts.ts';

/**
 * Gives the day's lists to the operators: planned once more (a consent may have ended), then fixed. Channels with nothing
 * planned stay open. Without `channelIds`, all in reach. Tells `log.released` for each operator.
 */
export function releaseDay(
  { catalogue, dayClock }: Pick<TrafficParts, 'catalogue' | 'dayClock'>,
  by: Person,
  wish: { readonly day: BroadcastDay; readonly channelIds?: readonly string[] | undefined },
): Decision<{ readonly released: number }> {
  return decided(() =>
    catalogue.change((change) => {
      if (wish.day < broadcastDayOf(change.at, dayClock)) throw no('log.past', `${wish.day} is over`);
      const inReach = listReachedChannels(change.rows, by.districts);
      const channels = inReach.filter(({ id }) => wish.channelIds?.includes(id) ?? true);
      planDays(change, { channels, from: wish.day, until: addDays(wish.day, 1), dayClock });
      const released = fixLogs(change, wish.day, channels);
      if (released.length === 0) throw no('log.nothing', `nothing to release on ${wish.day}`);
      change.audit({ actor: by.id, act: 'log.release', subject: wish.day, detail: { channels: released.length } });
      for (const operatorId of new Set(released.map((channel) => channel.operatorId)))
        change.tell({ name: 'log.released', subject: operatorId, data: { operatorId, day: wish.day } });
      return { released: released.length };
    }),
  );
}

/** The channels whose log went out now. */
function fixLogs(change: Change, day: BroadcastDay, channels: readonly Channel[]): Channel[] {
  const span = { channelIds: channels.map((channel) => channel.id), from: day, until: addDays(day, 1) };
  const filled = new Set(listStanding(change.rows, span).map(dayKey));
  const channelIds = span.channelIds.filter((channelId) => filled.has(dayKey({ channelId, day })));
  const released = new Set(
    change.rows
      .update(channelLogs)
      .set({ releasedAt: change.at.toISOString() })
      .where(and(inArray(channelLogs.channelId, channelIds), eq(channelLogs.day, day), isNull(channelLogs.releasedAt)))
      .returning({ channelId: channelLogs.channelId })
      .all()
      .map((log) => log.channelId),
  );
  return channels.filter((channel) => released.has(channel.id));
}

function no(code: string, tech: string): RefusalError {
  return new RefusalError({ code, user: code, tech });
}
