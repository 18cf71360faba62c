import { addDays, type BroadcastDay, broadcastDay, listDays } from '../../kernel/broadcast-day.ts';
import { FRAME_RATE } from '../../kernel/frames.ts';
import type { DaySpan, DeliveryParts } from '../delivery/index.ts';
import { listOperators } from '../directory/index.ts';
import { spots } from '../spots/spots.table.ts';
import type { AiringState } from './airing-day.ts';
import { countByDay, countBySpot, type SpotCounts } from './count-days.ts';
import { type AiringCount, buildMonthGrid, gridKey, type MonthGrid } from './month-grid.ts';
import { buildMonthReport, type MonthReport, type ReportedAirings, type ReportedSpot } from './month-report.ts';
import { listSpotDays } from './spot-days.ts';

const STATES = ['planned', 'aired', 'proved', 'missing', 'unknown'] as const satisfies readonly AiringState[];

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
  const found = countByDay(parts, operatorIds, span);
  const heard = new Set(found.filter((one) => one.heard).map((one) => gridKey(one.operatorId, one.day)));
  const counts = found.flatMap((one): AiringCount[] =>
    STATES.map((state) => ({ operator: one.operatorId, day: one.day, state, count: one[state] })),
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
  const counts = countBySpot(parts, operatorIds, span);
  const places = new Map(
    rows
      .select({ id: spots.id, scheme: spots.scheme, district: spots.district })
      .from(spots)
      .all()
      .map((spot) => [spot.id, spot]),
  );
  const airings = counts.flatMap((count) => toReported(count, places.get(count.spotId)));
  return buildMonthReport(listMonthSpots(parts, asker, span), airings);
}

function toReported(
  count: SpotCounts,
  place: { readonly scheme: string; readonly district: string } | undefined,
): ReportedAirings[] {
  if (!place) throw new Error(`counted plays of a spot that is not there: ${count.spotId}`);
  const { spotId: spot, operatorId: operator, heard: isHeard } = count;
  const { scheme, district } = place;
  const played = count.aired + count.proved;
  const secondsOf = (state: AiringState) =>
    state === 'aired' || state === 'proved' ? (count.airedFrames / FRAME_RATE) * (count[state] / played) : 0;
  return STATES.filter((state) => count[state] > 0).map((state) => ({
    spot,
    scheme,
    district,
    operator,
    state,
    count: count[state],
    seconds: secondsOf(state),
    isHeard,
  }));
}

/** Made: begun in the month and sent to review. Approved: a cut of it got its number in the month. */
function listMonthSpots(
  parts: DeliveryParts,
  asker: { readonly districts: readonly string[] },
  span: DaySpan,
): ReportedSpot[] {
  const isInMonth = (day: string | undefined) => day !== undefined && day >= span.from && day < span.until;
  return listSpotDays(parts, asker)
    .map(({ spot, scheme, district, madeDay, approvedDay }) => ({
      spot,
      scheme,
      district,
      isMade: isInMonth(madeDay),
      isApproved: isInMonth(approvedDay),
    }))
    .filter((one) => one.isMade || one.isApproved);
}
