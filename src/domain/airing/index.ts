export {
  type AiringState,
  type DayAirings,
  EVIDENCE,
  type Evidence,
  type Outcome,
  type PlannedPosition,
  type PositionAiring,
  type ReportedPlay,
  type SpokenWord,
} from './airing-day.ts';
export { type DayToMatch, matchAirings } from './match-airings.ts';
export {
  type AiringCount,
  buildMonthGrid,
  type GridCell,
  type GridMark,
  gridKey,
  type MonthGrid,
} from './month-grid.ts';
export {
  buildMonthReport,
  type MonthReport,
  type ReportedAirings,
  type ReportedSpot,
  type ReportLine,
} from './month-report.ts';
export { listReportRows, type ReportWords } from './month-report-rows.ts';
export { nameSpot } from './name-spot.ts';
