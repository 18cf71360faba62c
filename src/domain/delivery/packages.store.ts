import { and, asc, eq, gt, gte, inArray, isNotNull, lt, or, sql } from 'drizzle-orm';
import type { Rows } from '../../kernel/catalogue.ts';
import { channels, operators } from '../directory/directory.table.ts';
import { channelLogs } from '../traffic/traffic.table.ts';
import type { DaySpan } from './planned.store.ts';

/** A day of an operator for which at least one list was released. */
export interface PackageDay {
  readonly operatorId: string;
  readonly day: string;
  /** When the newest of its lists changed. */
  readonly changedAt: string;
  readonly logs: number;
}

export interface PackageFilter {
  readonly span: DaySpan;
  readonly operatorId?: string | undefined;
  readonly limit: number;
  readonly after?: { readonly day: string; readonly operatorId: string } | undefined;
}

/** Packages of active operators of these districts, by day, then by operator. */
export function listPackageDays(
  rows: Rows,
  asker: { districts: readonly string[] },
  { span, operatorId, limit, after }: PackageFilter,
): PackageDay[] {
  const { day, releasedAt, changedAt } = channelLogs;
  return rows
    .select({
      operatorId: channels.operatorId,
      day,
      changedAt: sql<string>`max(${changedAt})`,
      logs: sql<number>`count(*)`,
    })
    .from(channelLogs)
    .innerJoin(channels, eq(channels.id, channelLogs.channelId))
    .innerJoin(operators, eq(operators.id, channels.operatorId))
    .where(
      and(
        inArray(operators.district, [...asker.districts]),
        eq(operators.active, true),
        eq(channels.active, true),
        isNotNull(releasedAt),
        gte(day, span.from),
        lt(day, span.until),
        operatorId === undefined ? undefined : eq(operators.id, operatorId),
        after ? or(gt(day, after.day), and(eq(day, after.day), gt(operators.id, after.operatorId))) : undefined,
      ),
    )
    .groupBy(channels.operatorId, day)
    .orderBy(asc(day), asc(channels.operatorId))
    .limit(limit)
    .all();
}
