export {
  type District,
  type Division,
  findDistrict,
  findDivision,
  listDistricts,
  listDivisions,
} from './directory.store.ts';
