export { type CutName, listCutNames } from './cut-names.ts';
export type { RecallWish } from './decide-recall.ts';
export { findLastFetches, type HandedFilm, listFetches, recordFetch, recordWholeFetch } from './fetches.store.ts';
export { saveHoldings } from './holdings.store.ts';
export { type HoldingsReply, parseHoldingsReply } from './holdings-reply.ts';
export { liftRecall } from './lift-recall.ts';
export { buildManifest, type ManifestInput, type NeededFile, type RemovedCut, splitByHoldings } from './manifest.ts';
export { formatManifestLines } from './manifest-lines.ts';
export { buildOperatorFeed } from './operator-feed.ts';
export { findOperatorFile, type OperatorFile } from './operator-file.ts';
export { buildOperatorLog, buildOperatorRunSheet } from './operator-log.ts';
export {
  buildOperatorManifest,
  comingDays,
  type DeliveryParts,
  listOperatorFilms,
  type OperatorFilm,
  titleOf,
  today,
} from './operator-needs.ts';
export { buildDayPackage, type DayPackage, listWithdrawn } from './operator-package.ts';
export {
  formatRemoval,
  listPackageContents,
  type PackageEntry,
  type PackageFilm,
  type PackageInput,
  packageTag,
} from './package-contents.ts';
export { listPackageDays, type PackageDay } from './packages.store.ts';
export {
  type DaySpan,
  listPlannedPlays,
  listPlaysOfRecord,
  listPositionsOfCut,
  listReleasedLogs,
  type PlannedPlay,
  type ReleasedLog,
} from './planned.store.ts';
export { previewRecall, type RecallEffect, recallByDepartment } from './recall-by-department.ts';
export { RECALL_GROUNDS, type RecallGround, recallReason } from './recall-ground.ts';
export { recallSubscriber } from './recall-withdrawn.ts';
export {
  acknowledgeRecall,
  countOpenNotices,
  getRecall,
  listNotices,
  listRecalls,
  listRecallsOf,
  markRecallsSeen,
  type Recall,
} from './recalls.store.ts';
export { buildRunSheet, type DayPart, type RunSheetInput, type RunSheetRow } from './run-sheet.ts';
export { listUnapprovedBytes } from './unapproved-bytes.ts';
export { type OpenFilm, zipPackage } from './zip-package.ts';
