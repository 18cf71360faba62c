import { accessSync, constants, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { ConfigError } from '../config.ts';

export type SqliteFile = Database.Database;

/**
 * Opens (and makes) the catalogue file: WAL, and every commit on disk before it is acknowledged. Throws ConfigError when
 * its folder cannot be written.
 */
export function openSqlite(path: string): SqliteFile {
  makeFolder(dirname(path));
  const file = new Database(path);
  file.pragma('journal_mode = WAL');
  // better-sqlite3 defaults to NORMAL in WAL mode, which may lose the last commits on a power cut; FULL costs 0.2 ms.
  file.pragma('synchronous = FULL');
  file.pragma('foreign_keys = ON');
  file.pragma('busy_timeout = 10000');
  return file;
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const mend = 'Give this user the folder, or name another one: PRERNA_DATA_DIR=/srv/prerna npm start';
    throw new ConfigError(`PRERNA_DATA_DIR: ${folder} cannot be written (${why}). ${mend}`, { cause });
  }
}
