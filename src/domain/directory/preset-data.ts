import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  type DepartmentRow,
  type DistrictRow,
  type DivisionRow,
  departmentFile,
  type OperatorRow,
  operatorsFile,
  placesFile,
  type SchemeRow,
  schemesFile,
} from './preset-rows.ts';

/** The directory as it ships: facts in files, before anybody edited a row on a page. */
export interface PresetData {
  readonly department: DepartmentRow;
  readonly divisions: readonly DivisionRow[];
  readonly districts: readonly DistrictRow[];
  readonly schemes: readonly SchemeRow[];
  readonly operators: readonly OperatorRow[];
}

/** A preset file that cannot be used; the message names the file and each row at fault. */
export class PresetDataError extends Error {
  override readonly name = 'PresetDataError';
}

/** Reads department.yaml, places.yaml, schemes.yaml and operators.yaml of `folder` (the project's presets/). Throws PresetDataError. */
export function readPresetData(folder: string): PresetData {
  const { name: department } = readPreset(join(folder, 'department.yaml'), departmentFile);
  const { divisions, districts } = readPreset(join(folder, 'places.yaml'), placesFile);
  const { schemes } = readPreset(join(folder, 'schemes.yaml'), schemesFile);
  const { operators } = readPreset(join(folder, 'operators.yaml'), operatorsFile);
  const faults = [
    ...twice(
      'place code',
      [...divisions, ...districts].map((row) => row.code),
    ),
    ...twice(
      'scheme code',
      schemes.map((row) => row.code),
    ),
    ...twice(
      'operator',
      operators.map((row) => row.id),
    ),
    ...twice(
      'channel',
      operators.flatMap((row) => row.channels.map((channel) => channel.id)),
    ),
    ...unknown(
      'division',
      districts.map((row) => row.division),
      divisions.map((row) => row.code),
    ),
    ...unknown(
      'district',
      operators.map((row) => row.district),
      districts.map((row) => row.code),
    ),
  ];
  if (faults.length > 0) throw new PresetDataError(`${folder}: ${faults.join('; ')}`);
  return { department, divisions, districts, schemes, operators };
}

function readPreset<T>(path: string, schema: z.ZodType<T>): T {
  const read = schema.safeParse(parseYaml(path));
  if (!read.success) throw new PresetDataError(`${path}\n${z.prettifyError(read.error)}`, { cause: read.error });
  return read.data;
}

function parseYaml(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'), { uniqueKeys: true });
  } catch (cause) {
    throw new PresetDataError(`${path} cannot be read`, { cause });
  }
}

function twice(what: string, keys: readonly string[]): string[] {
  return keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `${what} ${key} stands twice`);
}

function unknown(what: string, named: readonly string[], known: readonly string[]): string[] {
  return named.filter((key) => !known.includes(key)).map((key) => `${what} ${key} is not in places.yaml`);
}
