import { accessSync, constants, existsSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { wrongUse } from './command.ts';

/** Throws UsageError when films can't be put there; answers how to take away what was made for nothing. */
export function tryOutFolder(out: string): { leaveNothing(): void } {
  const standing = nearestStanding(out);
  if (!statSync(standing).isDirectory() || !isWritable(standing)) throw wrongUse('cli.outUnwritable', { out });
  return { leaveNothing: () => removeEmpty(out, standing) };
}

/** The folder itself, or the nearest one above it that is there: a refused film leaves nothing. */
export function nearestStanding(path: string): string {
  return existsSync(path) ? path : nearestStanding(dirname(path));
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** From `path` up to the folder that stood before, as far as they are empty. */
function removeEmpty(path: string, standing: string): void {
  if (path === standing) return;
  if (existsSync(path)) {
    if (readdirSync(path).length > 0) return;
    rmdirSync(path);
  }
  removeEmpty(dirname(path), standing);
}
