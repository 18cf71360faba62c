import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { StorageFullError } from '../../src/kernel/blobs.ts';
import type { JobDesk, JobView } from '../../src/kernel/job-queue.ts';
import type { JobHandler } from '../../src/kernel/job-run.ts';
import { defineJob, type JobOrder } from '../../src/kernel/jobs.ts';
import { RefusalError } from '../../src/kernel/refusal.ts';
import { createLocalJobs, type LocalJobs } from '../../src/platform/jobs/local-jobs.ts';
import { createScratch } from '../../src/platform/jobs/scratch.ts';
import { handle, JobTableError, proveTable } from '../../src/worker/job-entry.ts';
import { startWorker, type Worker } from '../../src/worker/worker.ts';
import { testCatalogue } from './catalogue.ts';

const define = (name: string, priority: 0 | 1 | 2, media = false) =>
  defineJob({ name, payload: z.object({ n: z.number() }), priority, attempts: 3, media });
const light = define('test.light', 1);
const urgent = define('test.urgent', 0);
const _idle = define('test.idle', 2);
const film = define('test.film', 1, true);
const refusal = { code: 'test.no', user: 'test.no', tech: 'no' };
const _DAY_MS = 86_400_000;
const _HOUR_MS = 3_600_000;

describe('a worker', () => {
  const logger = pino({ level: 'silent' });
  let db: ReturnType<typeof testCatalogue>;
  let desk: JobDesk;
  let worker: Worker;
  let jobs: LocalJobs;
  const seen: JobView[] = [];
  const order = (given: Partial<JobOrder<{ n: number }>> = {}) =>
    db.catalogue.change((change) => {
      change.audit({ actor: 'system', act: 'test.act', subject: 'thing' });
      change.enqueue({ definition: light, payload: { n: 1 }, key: 'k', ...given });
    });
  const work = (handler: JobHandler<{ n: number }>, slots = { media: 1, light: 2 }) => {
    jobs?.close();
    jobs = createLocalJobs({ catalogue: db.catalogue, clock: db.clock, retryDelayMs: () => 0 });
    desk = jobs.desk;
    desk.watch((job) => seen.push(job));
    const definitions = [light, film];
    const table = proveTable(
      definitions,
      definitions.map((definition) => handle(definition, async () => handler)),
    );
    worker = startWorker({
      queue: jobs.queue,
      logger,
      scratch: createScratch(join(db.folder, 'scratch')),
      table,
      slots,
    });
  };
  const states = () => desk.list({}).map((job) => job.state);
  const becomes = (state: string) =>
    vi.waitFor(() => expect(states()).toEqual([state]), { timeout: 5000, interval: 10 });
  const untilAborted = (signal: AbortSignal) =>
    new Promise<void>((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
  beforeEach(() => {
    db = testCatalogue();
    seen.length = 0;
  });
  afterEach(async () => {
    await worker?.stop();
    jobs?.close();
    db.close();
  });

  it('runs what is ordered, at once when woken, and tells its progress', async () => {
    work(async (payload, run) => run.progress(payload.n / 2));
    order();
    worker.wake();
    await becomes('done');
    expect(seen.map((job) => [job.state, job.progress])).toEqual([
      ['running', 0],
      ['running', 0.5],
      ['done', 1],
    ]);
  });

  it('tells what another process does with a job', async () => {
    work(async () => {}, { media: 0, light: 0 });
    order();
    const other = createLocalJobs({ catalogue: db.catalogue, clock: db.clock, holder: 'far#boot#1#1' }).queue;
    const lease = await other.claim('light');
    lease?.progress(0.5);
    await vi.waitFor(() => expect(seen.at(-1)).toMatchObject({ state: 'running', progress: 0.5 }), { timeout: 3000 });
    await lease?.end({ state: 'done' });
    await vi.waitFor(() => expect(seen.at(-1)).toMatchObject({ state: 'done' }), { timeout: 3000 });
    expect(seen).toHaveLength(2);
  });

  it('finds what another process ordered', async () => {
    work(async () => {});
    await sleep(50);
    order();
    await becomes('done');
  });

  it('keeps a refusal as the reason', async () => {
    work(async () => {
      throw new RefusalError(refusal);
    });
    order();
    await becomes('refused');
    expect(desk.list({})[0]?.refusal).toEqual(refusal);
  });

  it('tries three times, then leaves it dead with its error', async () => {
    let tries = 0;
    work(async () => {
      tries += 1;
      throw new Error(`broken ${tries}`);
    });
    order();
    await becomes('dead');
    expect(tries).toBe(3);
    expect(desk.list({})[0]?.lastError).toBe('Error: broken 3');
  });

  it('does not count tries for want of room', async () => {
    work(async () => {
      throw new StorageFullError('full');
    });
    order();
    await vi.waitFor(() => expect(desk.list({})[0]?.lastError).toContain('full'));
    expect(desk.list({})[0]).toMatchObject({ state: 'waiting', attempts: 0 });
  });

  it('aborts a cancelled job in less than a second', async () => {
    let abortedAtMs = 0;
    work(async (_, run) => {
      await untilAborted(run.signal).finally(() => {
        abortedAtMs = performance.now();
      });
    });
    order();
    await becomes('running');
    const cancelledAtMs = performance.now();
    db.catalogue.change((change) => {
      change.audit({ actor: 'p', act: 'job.cancel', subject: 'thing' });
      desk.cancel(change, { jobId: desk.list({})[0]?.id ?? '' });
    });
    await vi.waitFor(() => expect(abortedAtMs).toBeGreaterThan(0), { timeout: 2000 });
    expect(abortedAtMs - cancelledAtMs).toBeLessThan(1000);
    await sleep(50);
    expect(states()).toEqual(['cancelled']);
  });

  it('stops by giving its work back uncounted, and another takes it up', async () => {
    work((_, run) => untilAborted(run.signal));
    order();
    await becomes('running');
    await worker.stop();
    expect(desk.list({})[0]).toMatchObject({ state: 'waiting', attempts: 0 });
    work(async () => {});
    await becomes('done');
  });

  it('gives each run a folder of its own and takes it away at the end, however it ends', async () => {
    const folders: string[] = [];
    work(async (_, run) => {
      folders.push(await run.scratch());
      expect(await run.scratch()).toBe(folders.at(-1));
      writeFileSync(join(folders.at(-1) ?? '', 'half.mp4'), 'half');
      throw new Error('broken');
    });
    order();
    await becomes('dead');
    expect(new Set(folders).size).toBe(3);
    expect(folders.filter(existsSync)).toEqual([]);
    expect(readdirSync(join(db.folder, 'scratch'))).toEqual([]);
  });

  it('never runs more at once than it has slots', async () => {
    let now = 0;
    let most = 0;
    work(async () => {
      now += 1;
      most = Math.max(most, now);
      await sleep(20);
      now -= 1;
    });
    for (let n = 0; n < 8; n += 1) order({ key: `k${n}` });
    worker.wake();
    await vi.waitFor(() => expect(states().every((state) => state === 'done')).toBe(true), { timeout: 5000 });
    expect(most).toBe(2);
  });

  it('ends a job whose payload or name this version does not know', async () => {
    work(async () => {});
    order({ definition: urgent });
    db.file.exec(`UPDATE jobs SET payload = '{"n":"one"}', name = 'test.light'`);
    await becomes('dead');
    expect(desk.list({})[0]).toMatchObject({ attempts: 1, lastError: expect.stringContaining('PayloadError') });
  });

  it.each([
    ['has no handler', [light, film], [light]],
    ['has two handlers', [light], [light, light]],
    ['is defined twice', [light, light], [light]],
    ['has a handler but no definition', [], [light]],
  ])('refuses to start when a job %s', (words, definitions, handled) => {
    const entries = handled.map((definition) => handle(definition, async () => async () => {}));
    expect(() => proveTable(definitions, entries)).toThrow(JobTableError);
    expect(() => proveTable(definitions, entries)).toThrow(words);
  });
});
