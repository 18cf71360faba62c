import { confirmDay, matchDays } from '../../domain/airing/index.ts';
import { findChannel } from '../../domain/directory/index.ts';
import { broadcastDay, listDays } from '../../kernel/broadcast-day.ts';
import { unwrap } from '../../kernel/refusal.ts';
import type { DemoParts } from './demo-parts.ts';
import type { Ordered } from './order-flights.ts';

/** The last days wait for somebody's tap. */
const OPEN_DAYS = 2;
/** Every so many days one play did not air; once nothing did. */
const MISSED_EVERY = 6;
const DARK_DAY = -20;

/** The officer's word on each past day of a run, given on the morning after it; days that were spoken of stay. */
export async function confirmDays({ app, clock, people }: DemoParts, { channel, from, until }: Ordered): Promise<void> {
  const operatorId = findChannel(app.catalogue.rows, channel)?.operatorId;
  if (!operatorId) return;
  const matched = matchDays(app, [operatorId], { from, until }).filter((one) => one.channelId === channel);
  for (const { day, plays, words } of matched) {
    const ago = -listDays(broadcastDay(day), clock.today()).length;
    if (ago >= -OPEN_DAYS || plays.every((play) => words.has(play.id))) continue;
    const missed = ago % MISSED_EVERY === 0 ? plays.slice(-1).map((play) => play.id) : [];
    const said = ago === DARK_DAY ? 'none' : 'aired';
    const word = { operatorId, day: broadcastDay(day), said, missed } as const;
    await clock.on(ago + 1, 9, () => unwrap(confirmDay(app, people.airing.id, word)));
  }
}
