// One suite for every adapter of the queue: what one of them promises all must, so the promises stand in one file.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Catalogue } from '../../src/kernel/catalogue.ts';
import type { JobDesk, JobLease, JobQueue, JobView } from '../../src/kernel/job-queue.ts';
import { LostLeaseError } from '../../src/kernel/job-run.ts';
import { defineJob, type JobOrder } from '../../src/kernel/jobs.ts';
import { createLocalJobs } from '../../src/platform/jobs/local-jobs.ts';
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
      lease.progress(0.25, { note: 'job.note', secondsLeft: 90 });
      expect(only()).toMatchObject({ progress: 0.25, note: 'job.note' });
      const { dueAt, startedAt } = only();
      expect(Number(dueAt) - Number(startedAt)).toBe(90_000);
      expect(ground.desk.find(only().id)?.progress).toBe(0.25);
    });
  });
});
