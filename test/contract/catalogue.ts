import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCatalogue } from '../../src/platform/db/catalogue.ts';
import { migrate, readMigrations } from '../../src/platform/db/migrate.ts';
import { openSqlite } from '../../src/platform/db/open.ts';
import { insertJob } from '../../src/platform/jobs/insert-job.ts';

export const MIGRATIONS = join(import.meta.dirname, '../../src/platform/db/migrations');

/** A clock that stands still until it is told to go on. */
export function testClock(start = '2026-11-25T06:00:00.000Z') {
  let at = new Date(start);
  return {
    now: () => at,
    pass: (milliseconds: number) => {
      at = new Date(at.getTime() + milliseconds);
    },
  };
}

/** A real catalogue in a folder of its own, with every migration applied. */
export function testCatalogue(clock = testClock()) {
  const folder = mkdtempSync(join(tmpdir(), 'prerna-catalogue-'));
  const file = openSqlite(join(folder, 'catalogue.db'));
  migrate(file, readMigrations(MIGRATIONS));
  const catalogue = createCatalogue({ file, clock, insertJob });
  const close = () => {
    file.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, file, clock, catalogue, close };
}
