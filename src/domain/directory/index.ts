export { type DemoClip, readDemoClips } from './demo-clips.ts';
export { readDepartment } from './department.ts';
export {
  type District,
  type Division,
  findDistrict,
  findDivision,
  listDistricts,
  listDivisions,
} from './directory.store.ts';
export { type FindablePlace, findSchemes } from './find-scheme.ts';
export { loadPresets } from './load-presets.ts';
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
export { importChannels, importOperators, saveChannel, saveOperator } from './save-operator.ts';
export { findScheme, listSchemes, type Scheme } from './scheme.store.ts';
