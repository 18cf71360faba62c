// One suite for every job queue: the port's promises stand together here, so that a second adapter runs all of them.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { StorageFullError } from '../../src/kernel/blobs.ts';
import type { Catalogue } from '../../src/kernel/catalogue.ts';
import type { JobDesk, JobLease, JobQueue, JobView } from '../../src/kernel/job-queue.ts';
import { type JobHandler, LostLeaseError } from '../../src/kernel/job-run.ts';
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
const idle = define('test.idle', 2);
const film = define('test.film', 1, true);
const refusal = { code: 'test.no', user: 'test.no', tech: 'no' };
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** What an adapter of the queue gives to be held to this suite. */
interface Ground {
  readonly catalogue: Catalogue;
  readonly desk: JobDesk;
  /** One more worker process. */
  join(): JobQueue;
  /** Moves the wall clock only. */
  jump(milliseconds: number): void;
  /** Lets time pass as processes feel it, each looking for lost jobs every second. */
  livingOn(seconds: number, queues: readonly JobQueue[], meanwhile?: () => Promise<unknown>): Promise<void>;
  /** Lets steady time pass in which no process runs at all: a suspended machine. */
  suspended(seconds: number): void;
  close(): void;
}

function openLocal(): Ground {
  const { catalogue, clock, close } = testCatalogue();
  let steadyMs = 0;
  let processes = 0;
  const join = () => {
    processes += 1;
    return createLocalJobs({ catalogue, clock, monotonicMs: () => steadyMs, holder: `far-${processes}#boot#1#1` });
  };
  return {
    catalogue,
    desk: join().desk,
    join: () => join().queue,
    jump: clock.pass,
    async livingOn(seconds, queues, meanwhile) {
      for (let second = 0; second < seconds; second += 1) {
        steadyMs += 1000;
        clock.pass(1000);
        for (const queue of queues) await queue.reclaim();
        await meanwhile?.();
      }
    },
    suspended(seconds) {
      steadyMs += seconds * 1000;
      clock.pass(seconds * 1000);
    },
    close,
  };
}

describe.each([['the local table', openLocal]])('jobs on %s', (_name, open) => {
  let ground: Ground;
  let queue: JobQueue;
  const entry = { actor: 'system', act: 'test.act', subject: 'thing' };
  const order = (given: Partial<JobOrder<{ n: number }>> = {}) =>
    ground.catalogue.change((change) => {
      change.audit(entry);
      change.enqueue({ definition: light, payload: { n: 1 }, key: 'k', ...given });
    });
  const asAct = <T>(work: (change: Parameters<JobDesk['cancel']>[0]) => T) =>
    ground.catalogue.change((change) => {
      change.audit(entry);
      return work(change);
    });
  const only = (): JobView => {
    const [job, ...more] = ground.desk.list({});
    if (!job || more.length > 0) throw new Error(`${more.length + 1} jobs`);
    return job;
  };
  const take = async (from = queue): Promise<JobLease> => {
    const lease = await from.claim('light');
    if (!lease) throw new Error('no job');
    return lease;
  };
  beforeEach(() => {
    ground = open();
    queue = ground.join();
  });
  afterEach(() => ground.close());

  describe('claiming', () => {
    it('gives a job to one worker only, with its payload and its attempt', async () => {
      order({ subject: 'clip-1' });
      const { job } = await take();
      expect(job).toMatchObject({ name: 'test.light', payload: { n: 1 }, subject: 'clip-1', attempt: 1 });
      expect(await ground.join().claim('light')).toBeUndefined();
      expect(only()).toMatchObject({ state: 'running', attempts: 1 });
    });

    it('tells the next try why the one before it failed', async () => {
      order();
      const lease = await take();
      expect(lease.job.before).toBeUndefined();
      await lease.end({ state: 'failed', reason: 'Error: no light', final: false });
      ground.jump(HOUR_MS);
      expect((await take()).job).toMatchObject({ attempt: 2, before: 'Error: no light' });
    });

    it('takes what a person waits for first, then the oldest', async () => {
      order({ key: 'a', definition: idle });
      order({ key: 'b' });
      order({ key: 'c' });
      order({ key: 'd', definition: urgent, payload: { n: 4 } });
      const names = [];
      for (let n = 0; n < 4; n += 1) names.push((await take()).job);
      expect(names.map((job) => job.name)).toEqual(['test.urgent', 'test.light', 'test.light', 'test.idle']);
      const [b, c] = ground.desk.list({ names: ['test.light'] }).reverse();
      expect(names.slice(1, 3).map((job) => job.id)).toEqual([b?.id, c?.id]);
    });

    it('keeps films for the media slots', async () => {
      order({ definition: film });
      expect(await queue.claim('light')).toBeUndefined();
      expect((await queue.claim('media'))?.job.name).toBe('test.film');
    });

    it('leaves a job alone until its time', async () => {
      order({ notBefore: new Date('2026-11-25T07:00:00Z') });
      expect(await queue.claim('light')).toBeUndefined();
      ground.jump(HOUR_MS);
      expect(await queue.claim('light')).toBeDefined();
    });

    it('never gives one job to two of many workers', async () => {
      for (let n = 0; n < 40; n += 1) order({ key: `k${n}` });
      const workers = Array.from({ length: 5 }, () => ground.join());
      const drain = async (worker: JobQueue) => {
        const ids: string[] = [];
        for (let lease = await worker.claim('light'); lease; lease = await worker.claim('light')) {
          ids.push(lease.job.id);
          await lease.end({ state: 'done' });
        }
        return ids;
      };
      const ids = (await Promise.all(workers.map(drain))).flat();
      expect(ids).toHaveLength(40);
      expect(new Set(ids).size).toBe(40);
    });
  });

  describe('the same key', () => {
    it.each(['waiting', 'running', 'done'])('is the same job while it is %s', async (state) => {
      order();
      if (state !== 'waiting') {
        const lease = await take();
        if (state === 'done') await lease.end({ state: 'done' });
      }
      order();
      expect(only().state).toBe(state);
    });

    it('is a new job once the old one was refused, and then the old one cannot be retried', async () => {
      order();
      await (await take()).end({ state: 'refused', refusal });
      const { id } = only();
      order();
      expect(ground.desk.list({}).map((job) => job.state)).toEqual(['waiting', 'refused']);
      expect(asAct((change) => ground.desk.retry(change, id))).toMatchObject({ ok: false });
    });
  });

  describe('ending', () => {
    it('done', async () => {
      order();
      await (await take()).end({ state: 'done' });
      expect(only()).toMatchObject({ state: 'done', progress: 1, endedAt: expect.any(Date) });
    });

    it('refused, with its reason, without another try', async () => {
      order();
      await (await take()).end({ state: 'refused', refusal: { ...refusal, params: { n: 3 } } });
      expect(only()).toMatchObject({ state: 'refused', refusal: { ...refusal, params: { n: 3 } } });
      ground.jump(DAY_MS);
      expect(await queue.claim('light')).toBeUndefined();
    });

    it('dead after three failures, each later than the last, with the last reason', async () => {
      order();
      for (const n of [1, 2, 3]) {
        await (await take()).end({ state: 'failed', reason: `failure ${n}`, final: false });
        expect(await queue.claim('light')).toBeUndefined();
        ground.jump(HOUR_MS);
      }
      expect(await queue.claim('light')).toBeUndefined();
      expect(only()).toMatchObject({ state: 'dead', attempts: 3, lastError: 'failure 3' });
    });

    it('released: waits again, and the attempt does not count', async () => {
      order();
      await (await take()).end({ state: 'released' });
      expect(only()).toMatchObject({ state: 'waiting', attempts: 0 });
      expect((await take()).job.attempt).toBe(1);
    });
  });

  describe('a worker that is gone', () => {
    it('loses its job to another after 30 s without a beat, and the attempt counts', async () => {
      order();
      await take();
      const other = ground.join();
      await ground.livingOn(29, [other]);
      expect(await other.claim('light')).toBeUndefined();
      await ground.livingOn(3, [other]);
      expect((await take(other)).job.attempt).toBe(2);
    });

    it('keeps its job while it beats', async () => {
      order();
      const lease = await take();
      const other = ground.join();
      await ground.livingOn(120, [other], () => lease.beat());
      expect(await lease.isHeld()).toBe(true);
    });

    it('is not one that slept with the whole machine', async () => {
      order();
      const lease = await take();
      const other = ground.join();
      await ground.livingOn(5, [other]);
      ground.suspended(3600);
      await ground.livingOn(20, [other]);
      expect(await lease.beat()).toBe(true);
    });

    it('three times over leaves a dead job', async () => {
      order();
      const other = ground.join();
      for (const attempt of [1, 2, 3]) {
        expect((await take()).job.attempt).toBe(attempt);
        await ground.livingOn(32, [other]);
      }
      expect(only()).toMatchObject({
        state: 'dead',
        attempts: 3,
        lastError: expect.stringContaining('worker was lost'),
      });
    });

    it('and comes back can write nothing', async () => {
      order();
      const lease = await take();
      const other = ground.join();
      await ground.livingOn(32, [other]);
      const theirs = await take(other);
      expect(() => asAct((change) => lease.fence(change))).toThrow(LostLeaseError);
      expect(() => asAct((change) => lease.finish(change))).toThrow(LostLeaseError);
      expect(await lease.beat()).toBe(false);
      await lease.end({ state: 'failed', reason: 'late', final: true });
      expect(only()).toMatchObject({ state: 'running', attempts: 2 });
      asAct((change) => theirs.finish(change));
      expect(only().state).toBe('done');
    });
  });

  describe('a wall clock that jumps', () => {
    it.each([DAY_MS, -DAY_MS])('by %i ms takes no job from a living worker', async (jump) => {
      order();
      const lease = await take();
      const other = ground.join();
      await ground.livingOn(2, [other], () => lease.beat());
      ground.jump(jump);
      await ground.livingOn(60, [other], () => lease.beat());
      expect(await lease.isHeld()).toBe(true);
      expect(only().attempts).toBe(1);
    });

    it.each([DAY_MS, -DAY_MS])('by %i ms leaves no job of a dead worker lying', async (jump) => {
      order();
      await take();
      ground.jump(jump);
      const other = ground.join();
      await ground.livingOn(32, [other]);
      expect((await take(other)).job.attempt).toBe(2);
    });

    it('a day back neither hides a new job nor one that waits for its next try', async () => {
      order();
      await (await take()).end({ state: 'failed', reason: 'no', final: false });
      order({ key: 'other', definition: idle });
      ground.jump(-DAY_MS);
      expect((await take()).job.attempt).toBe(2);
      expect((await take()).job.name).toBe('test.idle');
    });
  });

  describe('the fence', () => {
    it('makes the job done in the commit of its result', async () => {
      order();
      const lease = await take();
      asAct((change) => {
        change.tell({ name: 'thing.made', subject: 'thing', data: {} });
        lease.finish(change);
      });
      expect(only().state).toBe('done');
      await lease.end({ state: 'failed', reason: 'afterwards', final: true });
      expect(only().state).toBe('done');
    });

    it('that rolls back leaves the job running', async () => {
      order();
      const lease = await take();
      const broken = () =>
        asAct((change) => {
          lease.finish(change);
          throw new Error('no');
        });
      expect(broken).toThrow('no');
      expect(only().state).toBe('running');
    });
  });

  describe('at the desk', () => {
    it('cancelling stops a waiting and a running job in the same commit', async () => {
      order({ key: 'a', subject: 'clip-1' });
      order({ key: 'b', subject: 'clip-1' });
      order({ key: 'c', subject: 'clip-2' });
      const lease = await take();
      expect(asAct((change) => ground.desk.cancel(change, { subject: 'clip-1' }))).toBe(2);
      expect(await lease.isHeld()).toBe(false);
      expect(() => asAct((change) => lease.finish(change))).toThrow(LostLeaseError);
      expect(ground.desk.list({ subject: 'clip-1' }).map((job) => job.state)).toEqual(['cancelled', 'cancelled']);
      expect(ground.desk.list({ states: ['waiting'] })).toHaveLength(1);
    });

    it('a dead job is tried again with all its attempts', async () => {
      order();
      await (await take()).end({ state: 'failed', reason: 'no', final: true });
      expect(asAct((change) => ground.desk.retry(change, only().id))).toMatchObject({ ok: true });
      expect(only()).toMatchObject({ state: 'waiting', attempts: 0 });
      expect((await take()).job.attempt).toBe(1);
      expect(asAct((change) => ground.desk.retry(change, only().id))).toMatchObject({ ok: false });
    });

    it('progress is heard at once and found later', async () => {
      order();
      const lease = await take();
      lease.progress(0.25, 'job.note');
      expect(only()).toMatchObject({ progress: 0.25, note: 'job.note' });
      expect(ground.desk.find(only().id)?.progress).toBe(0.25);
    });
  });
});

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
