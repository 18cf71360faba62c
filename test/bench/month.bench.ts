import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMonthGrid, readMonthReport } from '../../src/domain/airing/index.ts';
import { listOperators, loadPresets, readPresetData } from '../../src/domain/directory/index.ts';
import { readHeadOffice } from '../../src/domain/reports/index.ts';
import { addDays, broadcastDay, listDays } from '../../src/kernel/broadcast-day.ts';
import { createCatalogue } from '../../src/platform/db/catalogue.ts';
import { migrate, readMigrations } from '../../src/platform/db/migrate.ts';
import { openSqlite } from '../../src/platform/db/open.ts';
import { insertJob } from '../../src/platform/jobs/insert-job.ts';
import { fillState } from './state-month.ts';

const root = join(import.meta.dirname, '../..');
const NOW = new Date('2026-11-28T10:00:00Z');
const DAYS_BACK = 84;

/** What head office's pages cost for a state. `[OPERATORS] [FOLDER]`: 1,000 unless told; the folder is kept, for a service to show. */
export async function run([operators = '1000', kept]: readonly string[]): Promise<void> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'prerna-bench-'));
  const file = openSqlite(join(folder, 'catalogue.db'));
  try {
    migrate(file, readMigrations(join(root, 'src/platform/db/migrations')));
    const clock = { now: () => NOW };
    const catalogue = createCatalogue({ file, clock, insertJob });
    loadPresets({ catalogue }, readPresetData(join(root, 'presets')));
    const today = broadcastDay(NOW.toISOString().slice(0, 10));
    const days = listDays(addDays(today, -DAYS_BACK), addDays(today, 1));
    await timed('filling', 1, () => fillState(file, { operators: Number(operators), spots: 600, days }));
    const parts = { catalogue, clock, config: { dayClock: { timezone: 'Asia/Kolkata', dayStartMinutes: 0 } } };
    const districts = file
      .prepare<[], { code: string }>('SELECT code FROM districts')
      .all()
      .map((row) => row.code);
    const span = { from: broadcastDay('2026-11-01'), until: broadcastDay('2026-12-01') };
    const ids = listOperators(catalogue.rows, districts).map((one) => one.id);
    await timed('month grid, 20 operators, first look', 1, () => readMonthGrid(parts, ids.slice(0, 20), span));
    await timed('month grid, 20 operators', 5, () => readMonthGrid(parts, ids.slice(0, 20), span));
    await timed('month report of the state, first look', 1, () => readMonthReport(parts, { districts }, span));
    await timed('month report of the state', 5, () => readMonthReport(parts, { districts }, span));
    const office = { ...parts, config: { ...parts.config, airtimeRupees: undefined } };
    await timed('head office, the state', 5, () => readHeadOffice(office, { districts }, span));
    const division = { districts: districts.slice(0, 7) };
    await timed('head office, seven districts', 5, () => readHeadOffice(office, division, span));
  } finally {
    file.close();
    if (!kept) rmSync(folder, { recursive: true });
  }
}

async function timed(what: string, times: number, work: () => unknown): Promise<void> {
  const spent: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const from = performance.now();
    const cpu = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(cpu);
    spent.push((user + system) / 1000);
    if (turn === times - 1)
      console.log(
        `${what}: ${Math.round(Math.min(...spent))} ms of CPU (${Math.round(performance.now() - from)} ms by the wall)`,
      );
  }
}
