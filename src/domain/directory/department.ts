import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const departmentFile = z.strictObject({ name: z.strictObject({ hi: z.string(), en: z.string() }) });

/** Whose films these are, as the end card says it; from department.yaml of the project's presets. */
export function readDepartment(presetsFolder: string): { readonly hi: string; readonly en: string } {
  return departmentFile.parse(parse(readFileSync(join(presetsFolder, 'department.yaml'), 'utf8'))).name;
}
