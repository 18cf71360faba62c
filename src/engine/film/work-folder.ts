import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How names of folders begin in which films are being made. */
export const WORK_PREFIX = '.making-';
/** In such a folder: who makes there, so that another can tell whether anybody still does. */
export const HOLDER_FILE = 'holder';

/** A folder for half-made films beside the finished ones, signed by its holder if one is named. */
export async function openWork(outFolder: string, holder: string | undefined): Promise<string> {
  await mkdir(outFolder, { recursive: true });
  const folder = await mkdtemp(join(outFolder, WORK_PREFIX));
  if (holder !== undefined) await writeFile(join(folder, HOLDER_FILE), holder);
  return folder;
}
