export type { Behind } from './behind.ts';
export { type HeadOffice, type HeadOfficeParts, readHeadOffice } from './head-office.ts';
export { listHeadOfficeRows } from './head-office-rows.ts';
export type { Heat } from './heat.ts';
export { listReportSpots, type ReportSpot, type SpotQuestion } from './report-spots.ts';
