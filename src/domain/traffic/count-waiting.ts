import { sql } from 'drizzle-orm';
import type { BroadcastDay } from '../../kernel/broadcast-day.ts';
import type { Rows } from '../../kernel/catalogue.ts';

/** What a traffic officer has to do before a day begins; counted by indexes alone, for the bell of every page. */
export interface WaitingDay {
  /** Channels in reach with something planned that is not released. */
  readonly openChannels: number;
  /** Plays that orders of the districts in reach ask for on the day and that stand nowhere. */
  readonly unplaced: number;
}

export function countWaiting(rows: Rows, asker: { districts: readonly string[] }, day: BroadcastDay): WaitingDay {
  const openChannels = countOpenChannels(rows, asker, day);
  // Once all is out, nothing can be placed any more.
  return { openChannels, unplaced: openChannels > 0 ? countUnplaced(rows, asker, day) : 0 };
}

function countOpenChannels(rows: Rows, { districts }: { districts: readonly string[] }, day: BroadcastDay): number {
  const found = rows.get<{ n: number }>(sql`
    SELECT count(*) AS n FROM channel_logs AS l
    JOIN channels AS c ON c.id = l.channel_id AND c.active = 1
    WHERE l.day = ${day} AND l.released_at IS NULL AND c.district IN (SELECT value FROM json_each(${JSON.stringify(districts)}))
      AND EXISTS (SELECT 1 FROM log_positions AS p
                  WHERE p.channel_id = l.channel_id AND p.day = l.day AND p.pulled_at IS NULL)`);
  return found.n;
}

function countUnplaced(rows: Rows, { districts }: { districts: readonly string[] }, day: BroadcastDay): number {
  // Monday is the first sign of an order's seven days.
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const found = rows.get<{ n: number }>(sql`
    WITH standing AS (SELECT flight_id, count(*) AS n FROM log_positions
                      WHERE day = ${day} AND pulled_at IS NULL GROUP BY flight_id)
    SELECT coalesce(sum(max(0, json_array_length(f.wish, '$.channels.ids') * json_extract(f.wish, '$.timesPerDay')
                               - coalesce(s.n, 0))), 0) AS n
    FROM flights AS f LEFT JOIN standing AS s ON s.flight_id = f.id
    WHERE f.state = 'active' AND f.from_day <= ${day} AND f.until_day > ${day}
      AND substr(json_extract(f.wish, '$.days'), ${weekday + 1}, 1) = '1'
      AND f.district IN (SELECT value FROM json_each(${JSON.stringify(districts)}))`);
  return found.n;
}
