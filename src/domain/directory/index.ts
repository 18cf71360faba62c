export { type DemoClip, readDemoClips } from './demo-clips.ts';
export {
  type Department,
  type District,
  type Division,
  findDistrict,
  findDivision,
  getDepartment,
  listDistricts,
  listDivisions,
  listEveryDistrict,
} from './directory.store.ts';
export { FILE_NAMES, type FileNames, operatorFileName, readOperatorFileName } from './file-names.ts';
export { type FindablePlace, findPlaces, findSchemes } from './find-scheme.ts';
export { loadPresets } from './load-presets.ts';
export { changeBelow, findOwnLook, type LookVersion, listLookVersions, STATE, standingChange } from './look.store.ts';
export { placesNamed, readNamedDistrict } from './named-place.ts';
export {
  type AdBreak,
  type Channel,
  findChannel,
  findOperator,
  getOperator,
  listChannels,
  listOperators,
  type Operator,
} from './operator.store.ts';
export { readPresetData } from './preset-data.ts';
export { departmentRow, districtRow, divisionRow, type SchemeRow, schemeRow } from './preset-rows.ts';
export {
  type CsvColumn,
  type CsvProblem,
  type CsvRow,
  keepGoodRows,
  readCsv,
  type TellProblem,
} from './read-csv.ts';
export {
  type ImportedChannel,
  type ImportedOperator,
  readAdBreaks,
  readChannelsCsv,
  readOperatorsCsv,
} from './read-operator-csv.ts';
export { keepMark, type LookOf, restoreLook, saveLook } from './save-look.ts';
export { importChannels, importOperators, saveChannel, saveOperator } from './save-operator.ts';
export { type PlaceWish, saveDepartment, savePlace } from './save-place.ts';
export { type SchemeWish, saveScheme } from './save-scheme.ts';
export { findScheme, listEveryScheme, listSchemes, type Scheme, schemeRowOf } from './scheme.store.ts';
export { dressLook, type LookParts, readStandingLook, type StandingLook } from './standing-look.ts';
