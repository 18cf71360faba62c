export { addFlight } from './add-flight.ts';
export type {
  BrokenRule,
  ChannelLog,
  LogPosition,
  PlanNote,
  PlannedLogs,
  Unplaced,
  UnplacedReason,
} from './channel-log.ts';
export { countWaiting } from './count-waiting.ts';
export { DAYPART_NAMES, type Daypart } from './dayparts.ts';
export { type DraftedLogs, draftLogs, isPast } from './draft-logs.ts';
export { type FlightWish, flightWish } from './flight.ts';
export { listReachedChannels } from './flight-channels.ts';
export { type Flight, getFlight, listFlights } from './flights.store.ts';
export { type AirDays, listAirDays } from './list-air-days.ts';
export {
  type DayLog,
  dayKey,
  type ListedPosition,
  listLog,
  listLogHeads,
  listOperatorLogs,
  listStanding,
  type Position,
} from './logs.store.ts';
export { getPlay, movePlay, unlockPlay } from './move-play.ts';
export { parsePlan } from './parse-plan.ts';
export { planLogs } from './plan-logs.ts';
export { type Plan, planSchema } from './plan-schema.ts';
export { type FlightEffect, type Missing, previewFlight } from './preview-flight.ts';
export { listMoveDays, previewMoves } from './preview-moves.ts';
export { listPlaysAhead, type PullReason, pullCuts, pullWithdrawn } from './pull-cuts.ts';
export { putBack } from './put-back.ts';
export { releaseDay } from './release-day.ts';
export { stopFlight } from './stop-flight.ts';
export type { TrafficParts } from './traffic-parts.ts';
