export {
  type District,
  type Division,
  findDistrict,
  findDivision,
  listDistricts,
  listDivisions,
} from './directory.store.ts';
export { loadPresets } from './load-presets.ts';
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
export { editScheme, findScheme, listSchemes, type Scheme } from './scheme.store.ts';
