export { type AsRun, getAsRun, listAsRuns } from './airing.store.ts';
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
export { confirmDay, type DayWord } from './confirm-day.ts';
export { countBySpot, findSilentDays, type SpotCounts } from './count-days.ts';
export { countUnconfirmed } from './count-unconfirmed.ts';
export { type DayToMatch, matchAirings } from './match-airings.ts';
export { dayAirings, type MatchedDay, matchDays } from './matched-days.ts';
export { type MonthSpan, monthSpan, readMonthGrid, readMonthReport } from './month.ts';
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
export { listSpotDays, type SpotDays } from './spot-days.ts';
export { importAsRun, type ReadAsRunFile, readAsRunFile, takeAsRunEvent } from './take-as-run.ts';
export { undoAsRun } from './undo-as-run.ts';
