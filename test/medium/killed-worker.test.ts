import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobOrder } from '../../src/kernel/jobs.ts';
import { findBrokenLink } from '../../src/platform/db/audit.ts';
import { facts } from '../../src/platform/db/ground.table.ts';
import { createLocalJobs } from '../../src/platform/jobs/local-jobs.ts';
import { testCatalogue } from '../contract/catalogue.ts';
import { killWorker, writeOne } from './killed-worker.jobs.ts';

const JOBS = 120;
const KILLS = 5;

describe('a worker process killed without warning', () => {
  let db: ReturnType<typeof testCatalogue>;
  let child: ChildProcess;
  const start = () => {
    child = spawn(process.execPath, [join(import.meta.dirname, 'killed-worker.child.ts'), db.file.name], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  };
  const kill = async (signal: NodeJS.Signals) => {
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  const order = (given: JobOrder<{ n: number }>) =>
    db.catalogue.change((change) => {
      change.audit({ actor: 'system', act: 'test.order', subject: given.key });
      change.enqueue(given);
    });
  const desk = () => createLocalJobs(db).desk;
  beforeEach(() => {
    db = testCatalogue({ now: () => new Date(), pass: () => undefined });
  });
  afterEach(async () => {
    if (child.exitCode === null && child.signalCode === null) await kill('SIGKILL');
    db.close();
  });

  it('loses no job and does none twice', async () => {
    for (let n = 0; n < JOBS; n += 1) order({ definition: writeOne, payload: { n }, key: `${n}` });
    for (let n = 0; n < KILLS; n += 1) {
      start();
      const before = desk().list({ states: ['done'], limit: JOBS }).length;
      await vi.waitFor(() => expect(desk().list({ states: ['done'], limit: JOBS }).length).toBeGreaterThan(before), {
        timeout: 20_000,
        interval: 5,
      });
      await sleep(Math.random() * 60);
      await kill('SIGKILL');
    }
    expect(desk().list({ states: ['waiting', 'running'], limit: JOBS }).length, 'left after the kills').toBeGreaterThan(
      0,
    );
    start();
    await vi.waitFor(() => expect(desk().list({ states: ['done'], limit: JOBS })).toHaveLength(JOBS), {
      timeout: 60_000,
      interval: 50,
    });
    const written = db.catalogue.rows
      .select()
      .from(facts)
      .all()
      .map((fact) => Number(fact.subject));
    expect(written.sort((a, b) => a - b)).toEqual(Array.from({ length: JOBS }, (_, n) => n));
    expect(findBrokenLink(db.catalogue.rows)).toBeUndefined();
    await kill('SIGTERM');
    expect(child.exitCode).toBe(0);
  });

  it('by its own job, three times, leaves that job dead and others done', async () => {
    order({ definition: killWorker, payload: { n: 0 }, key: 'bad' });
    order({ definition: writeOne, payload: { n: 1 }, key: 'good' });
    for (let n = 0; n < 3; n += 1) {
      start();
      await once(child, 'exit');
    }
    start();
    await vi.waitFor(
      () => {
        const [bad] = desk().list({ names: [killWorker.name] });
        expect(bad).toMatchObject({
          state: 'dead',
          attempts: 3,
          lastError: expect.stringContaining('worker was lost'),
        });
        expect(desk().list({ names: [writeOne.name] })[0]?.state).toBe('done');
      },
      { timeout: 20_000 },
    );
  });
});
