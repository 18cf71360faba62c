import { and, inArray, isNotNull } from 'drizzle-orm';
import { addDays, type BroadcastDay, broadcastDay, broadcastDayOf, listDays } from '../../kernel/broadcast-day.ts';
import type { Rows } from '../../kernel/catalogue.ts';
import { FRAME_RATE } from '../../kernel/frames.ts';
import type { DaySpan, DeliveryParts } from '../delivery/index.ts';
import { listOperators } from '../directory/index.ts';
import { cuts, spots } from '../spots/spots.table.ts';
import { type MatchedDay, matchDays } from './matched-days.ts';
import type { AiringCount } from './month-grid.ts';
import { buildMonthGrid, gridKey, type MonthGrid } from './month-grid.ts';
import { buildMonthReport, type MonthReport, type ReportedAirings, type ReportedSpot } from './month-report.ts';

export interface MonthSpan {
  readonly from: BroadcastDay;
  readonly until: BroadcastDay;
}

/** `2026-11` → its first day and the next month's; undefined for anything else. */
export function monthSpan(month: string): MonthSpan | undefined {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return undefined;
  const from = broadcastDay(`${month}-01`);
  return { from, until: broadcastDay(`${addDays(from, 31).slice(0, 7)}-01`) };
}

/** Operator × day of a month from the catalogue. */
export function readMonthGrid(parts: DeliveryParts, operatorIds: readonly string[], span: MonthSpan): MonthGrid {
  const matched = matchDays(parts, operatorIds, span);
  const heard = new Set(matched.filter((one) => one.isHeard).map((one) => gridKey(one.operatorId, one.day)));
  const counts = matched.flatMap((one): AiringCount[] =>
    one.airings.positions.map(({ state }) => ({ operator: one.operatorId, day: one.day, state, count: 1 })),
  );
  return buildMonthGrid({ days: listDays(span.from, span.until), operators: operatorIds, counts, heard });
}

/** The month in numbers, for the districts in reach: their spots, and what their operators aired. */
export function readMonthReport(
  parts: DeliveryParts,
  asker: { readonly districts: readonly string[] },
  span: MonthSpan,
): MonthReport {
  const { rows } = parts.catalogue;
  const operatorIds = listOperators(rows, asker.districts).map((operator) => operator.id);
  const airings = matchDays(parts, operatorIds, span).flatMap(toReported);
  return buildMonthReport(listMonthSpots(parts, rows, asker, span), airings);
}

function toReported(matched: MatchedDay): ReportedAirings[] {
  const states = new Map(matched.airings.positions.map((one) => [one.position, one.state]));
  return matched.plays.map((play) => ({
    spot: play.spotId,
    scheme: play.scheme,
    district: play.district,
    operator: matched.operatorId,
    state: states.get(play.id) ?? 'unknown',
    count: 1,
    seconds: play.lengthFrames / FRAME_RATE,
    isHeard: matched.isHeard,
  }));
}

/** Made: begun in the month and sent to review. Approved: a cut of it got its number in the month. */
function listMonthSpots(
  { config }: DeliveryParts,
  rows: Rows,
  { districts }: { readonly districts: readonly string[] },
  span: DaySpan,
): ReportedSpot[] {
  const dayOf = (at: string | null) => (at === null ? '' : broadcastDayOf(new Date(at), config.dayClock));
  const isInMonth = (at: string | null) => dayOf(at) >= span.from && dayOf(at) < span.until;
  const all = rows
    .select({
      spot: spots.id,
      scheme: spots.scheme,
      district: spots.district,
      createdAt: spots.createdAt,
      sentAt: spots.sentAt,
    })
    .from(spots)
    .where(and(inArray(spots.district, [...districts]), isNotNull(spots.sentAt)))
    .all();
  const approvals = rows
    .select({ spotId: cuts.spotId, at: cuts.approvedAt })
    .from(cuts)
    .where(isNotNull(cuts.approvedAt))
    .all();
  const approved = new Set(approvals.filter(({ at }) => isInMonth(at)).map(({ spotId }) => spotId));
  return all
    .map(({ spot, scheme, district, createdAt }) => ({
      spot,
      scheme,
      district,
      isMade: isInMonth(createdAt),
      isApproved: approved.has(spot),
    }))
    .filter((one) => one.isMade || one.isApproved);
}
