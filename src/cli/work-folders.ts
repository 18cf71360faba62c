import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { HOLDER_FILE, WORK_PREFIX } from '../engine/film/work-folder.ts';
import type { Clock } from '../kernel/clock.ts';
import { holderName, isSurelyGone } from '../platform/jobs/lease-holder.ts';

/** Takes away what a make that was killed left in the folder: never what belongs to a process that lives. */
export function clearDeadWork(out: string, clock: Clock): void {
  const nowMs = clock.now().getTime();
  for (const folder of workFolders(out)) {
    const holder = holderOf(folder);
    if (holder === undefined ? isForgotten(folder, nowMs) : isSurelyGone(holder)) remove(folder);
  }
}

/** Takes away this process's own half-made films at once. */
export function clearOwnWork(out: string): void {
  const own = holderName();
  for (const folder of workFolders(out)) if (holderOf(folder) === own) remove(folder);
}

function workFolders(out: string): string[] {
  if (!existsSync(out)) return [];
  return readdirSync(out)
    .filter((name) => name.startsWith(WORK_PREFIX))
    .map((name) => join(out, name));
}

function holderOf(folder: string): string | undefined {
  const path = join(folder, HOLDER_FILE);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

// Between making a folder and signing it pass milliseconds.
const UNSIGNED_MS = 600_000;

function isForgotten(folder: string, nowMs: number): boolean {
  const made = statSync(folder, { throwIfNoEntry: false });
  return made !== undefined && nowMs - made.mtimeMs > UNSIGNED_MS;
}

// A killed FFmpeg may still write its last bytes: tried again.
function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
}
