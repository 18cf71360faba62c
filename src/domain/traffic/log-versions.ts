import { sql } from 'drizzle-orm';
import type { Change } from '../../kernel/catalogue.ts';
import { rowChunks } from './row-chunks.ts';
import { channelLogs } from './traffic.table.ts';

/** A channel's day. */
export interface LogName {
  readonly channelId: string;
  readonly day: string;
}

/** These logs are others now, each named once: their versions go up, so that machines fetch them again; a log without a head gets one. */
export function bumpLogs(change: Change, logs: readonly LogName[]): void {
  const changedAt = change.at.toISOString();
  for (const chunk of rowChunks(logs))
    change.rows
      .insert(channelLogs)
      .values(chunk.map(({ channelId, day }) => ({ channelId, day, version: 1, changedAt })))
      .onConflictDoUpdate({
        target: [channelLogs.channelId, channelLogs.day],
        set: { version: sql`${channelLogs.version} + 1`, changedAt },
      })
      .run();
}
