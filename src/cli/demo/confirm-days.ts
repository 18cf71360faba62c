import { confirmDay, type MatchedDay, matchDays } from '../../domain/airing/index.ts';
import { findChannel } from '../../domain/directory/index.ts';
import { type BroadcastDay, broadcastDay, listDays } from '../../kernel/broadcast-day.ts';
import { unwrap } from '../../kernel/refusal.ts';
import type { DemoParts } from './demo-parts.ts';
import type { Ordered } from './order-flights.ts';

/** The last days wait for somebody's tap. */
const OPEN_DAYS = 2;
/** Every so many days one play did not air; once nothing did. */
const MISSED_EVERY = 6;
const DARK_DAY = -20;

/** The officer's word on each past day of a run, given on the morning after it; days that were spoken of stay. */
export async function confirmDays(parts: DemoParts, { channels, from, until }: Ordered): Promise<void> {
  const { rows } = parts.app.catalogue;
  const operatorIds = new Set(channels.flatMap((channel) => findChannel(rows, channel)?.operatorId ?? []));
  for (const operatorId of operatorIds) {
    const days = Map.groupBy(matchDays(parts.app, [operatorId], { from, until }), ({ day }) => day);
    for (const [day, matched] of days) await confirmOne(parts, operatorId, { day: broadcastDay(day), matched });
  }
}

async function confirmOne(
  { app, clock, people }: DemoParts,
  operatorId: string,
  { day, matched }: { day: BroadcastDay; matched: readonly MatchedDay[] },
): Promise<void> {
  const ago = -listDays(day, clock.today()).length;
  const plays = matched.flatMap((one) =>
    one.plays.map((play) => ({ id: play.id, word: one.words.get(play.id)?.said })),
  );
  const unspoken = plays.filter(({ word }) => word === undefined);
  if (ago >= -OPEN_DAYS || unspoken.length === 0) return;
  const denied = plays.filter(({ word }) => word === 'notAired');
  const missed = [...denied, ...(ago % MISSED_EVERY === 0 ? unspoken.slice(-1) : [])].map(({ id }) => id);
  const said = ago === DARK_DAY ? 'none' : 'aired';
  await clock.on(ago + 1, 9, () => unwrap(confirmDay(app, people.airing.id, { operatorId, day, said, missed })));
}
