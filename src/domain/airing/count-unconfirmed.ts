import { sql } from 'drizzle-orm';
import type { BroadcastDay } from '../../kernel/broadcast-day.ts';
import type { Rows } from '../../kernel/catalogue.ts';

/** Operators of these districts that had plays on a day and of whom nothing was heard: no word, no list. */
export function countUnconfirmed(rows: Rows, asker: { districts: readonly string[] }, day: BroadcastDay): number {
  const found = rows.get<{ n: number }>(sql`
    SELECT count(DISTINCT c.operator_id) AS n FROM channel_logs AS l
    JOIN channels AS c ON c.id = l.channel_id AND c.active = 1
    JOIN operators AS o ON o.id = c.operator_id AND o.active = 1
    WHERE l.day = ${day} AND l.released_at IS NOT NULL
      AND o.district IN (SELECT value FROM json_each(${JSON.stringify(asker.districts)}))
      AND EXISTS (SELECT 1 FROM log_positions AS p
                  WHERE p.channel_id = l.channel_id AND p.day = l.day AND p.pulled_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM as_run_lines AS r JOIN as_runs AS a ON a.id = r.as_run_id
                      WHERE r.channel_id = l.channel_id AND r.day = l.day AND a.undone_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM log_positions AS p JOIN airing_words AS w ON w.position_id = p.id
                      WHERE p.channel_id = l.channel_id AND p.day = l.day)`);
  return found.n;
}
