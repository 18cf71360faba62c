import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder, whole paths, sorted. */
export function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath ?? item.path, item.name))
    .sort();
}
