import { randomBytes } from 'node:crypto';
import { existsSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { saysFull } from '../blobs/storage-error.ts';
import type { SqliteFile } from './open.ts';

// A log-in's commit takes some 30 kB of the write-ahead log: room for a hundred of them.
const RESERVE_BYTES = 4 * 2 ** 20;

/** Lays by a file of its own beside the catalogue, so that people can still sign in on a disk that somebody else filled. */
export function layReserve(file: SqliteFile): void {
  const path = reserveOf(file);
  if (existsSync(path) && statSync(path).size === RESERVE_BYTES) return;
  try {
    // Not zeros: a file system that packs them would lay by nothing.
    writeFileSync(path, randomBytes(RESERVE_BYTES));
  } catch (error) {
    if (!saysFull(error)) throw error;
    // Full already: the service starts all the same, and what could be laid by is of use.
  }
}

/** Gives the reserve's room to the catalogue; false when there is none (any more: the next start lays it by again). */
export function openReserve(file: SqliteFile): boolean {
  const path = reserveOf(file);
  if (!existsSync(path) || statSync(path).size === 0) return false;
  truncateSync(path);
  return true;
}

function reserveOf(file: SqliteFile): string {
  return join(dirname(file.name), 'reserve');
}
