export { type HoldingsReply, parseHoldingsReply } from './holdings-reply.ts';
export { buildManifest, type ManifestInput, type NeededFile, type RemovedCut, splitByHoldings } from './manifest.ts';
export {
  listPackageContents,
  type PackageEntry,
  type PackageFilm,
  type PackageInput,
  packageTag,
} from './package-contents.ts';
export { buildRunSheet, type DayPart, type RunSheetInput, type RunSheetRow } from './run-sheet.ts';
export { type OpenFilm, zipPackage } from './zip-package.ts';
