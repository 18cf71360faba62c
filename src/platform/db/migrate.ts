import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SqliteFile } from './open.ts';

/** The catalogue was written by a newer Prerna, or a migration that ran here has since been changed. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
}

export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** The migrations of a folder, `NNNN-name.sql`, in order. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name));
  return names.sort().map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }));
}

/**
 * Applies what is missing, all under one write lock, each migration in full or not at all. Answers the names applied.
 * Throws SchemaError when the file knows migrations that we do not: an old program must not write a newer schema.
 */
export function migrate(file: SqliteFile, migrations: readonly Migration[]): string[] {
  const apply = file.transaction(() => {
    file.exec('CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL) STRICT');
    const applied = new Set(
      file
        .prepare<[], { name: string }>('SELECT name FROM migrations')
        .all()
        .map((row) => row.name),
    );
    const known = new Set(migrations.map((migration) => migration.name));
    const foreign = [...applied].filter((name) => !known.has(name));
    if (foreign.length > 0)
      throw new SchemaError(`the catalogue is newer than this program (${foreign.join(', ')}): update Prerna`);
    const missing = migrations.filter((migration) => !applied.has(migration.name));
    for (const { name, sql } of missing) {
      file.exec(sql);
      file.prepare('INSERT INTO migrations (name, applied_at) VALUES (?, ?)').run(name, new Date().toISOString());
    }
    return missing.map((migration) => migration.name);
  });
  return apply.immediate();
}
