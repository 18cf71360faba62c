import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, utimesSync, writeFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { App } from '../../src/app.ts';
import { checks } from '../../src/cli/fsck-checks.ts';
import type { BlobHash } from '../../src/kernel/blobs.ts';
import { defineJob } from '../../src/kernel/jobs.ts';
import { sweepAll } from '../../src/worker/sweep.ts';
import { testService } from './http.ts';

const TWO_DAYS_MS = 2 * 86_400_000;
const job = defineJob({
  name: 'test.job',
  payload: z.object({ hash: z.string().optional() }),
  priority: 1,
  attempts: 3,
  media: false,
});

let service: ReturnType<typeof testService>;
let app: App;
beforeEach(() => {
  service = testService();
  app = service.app;
});
afterEach(() => service.close());

const store = async (ageMs = 0): Promise<BlobHash> => {
  const { hash } = await app.blobs.putBytes(randomBytes(100));
  const { path } = await app.blobs.checkout(hash);
  const at = new Date(Date.now() - ageMs);
  utimesSync(path, at, at);
  return hash;
};
const order = (payload: { hash?: string } = {}) =>
  app.catalogue.change((change) => {
    change.audit({ actor: 'system', act: 'test', subject: 'x' });
    change.enqueue({ definition: job, payload, key: 'k' });
  });
/** A row that names a blob; the rest of a consent is of no matter here. */
const nameIt = (hash: string) => {
  app.catalogue.rows.run(sql`PRAGMA foreign_keys = OFF`);
  app.catalogue.rows.run(sql`INSERT INTO consents
    (id, beneficiary_id, notice_version, language, cable, social, given_on, how, evidence_hash, evidence_type, recorded_by, recorded_at)
    VALUES (${hash}, 'b', '1', 'hi', 1, 1, '2026-11-25', 'form', ${hash}, 'image/jpeg', 'p', '2026-11-25')`);
};
const removedBy = async (task: string) => (await sweepAll(app)).find((swept) => swept.task === task)?.removed;
const findings = async (id: string, rehash = true) =>
  (await checks.find((check) => check.id === id)?.run(app, { rehash })) ?? [];

describe('a sweep', () => {
  it('removes a film without a row after a day, and not before', async () => {
    const [old, young] = [await store(TWO_DAYS_MS), await store()];
    expect(await removedBy('blobs')).toBe(1);
    expect(await app.blobs.stat(old)).toBeUndefined();
    expect(await app.blobs.stat(young)).toBeDefined();
  });

  it('spares a film that a row or a waiting job names, however old', async () => {
    const [named, awaited] = [await store(TWO_DAYS_MS), await store(TWO_DAYS_MS)];
    nameIt(named);
    order({ hash: awaited });
    expect(await removedBy('blobs')).toBe(0);
    await (await app.jobs.queue.claim('light'))?.end({ state: 'done' });
    expect(await removedBy('blobs')).toBe(1);
    expect(await app.blobs.stat(named)).toBeDefined();
  });

  it('spares what was stored while a job runs, whatever the clock says', async () => {
    order();
    const lease = await app.jobs.queue.claim('light');
    app.catalogue.rows.run(
      sql`UPDATE jobs SET started_at = ${new Date(Date.now() - TWO_DAYS_MS - 60_000).toISOString()}`,
    );
    await store(TWO_DAYS_MS);
    expect(await removedBy('blobs')).toBe(0);
    await lease?.end({ state: 'done' });
    expect(await removedBy('blobs')).toBe(1);
  });

  it('removes the folders of jobs that do not run any more', async () => {
    order();
    const lease = await app.jobs.queue.claim('light');
    const mine = await app.scratch.open(lease?.job.id ?? '');
    const stray = await app.scratch.open('gone');
    expect(await removedBy('scratch')).toBe(1);
    expect([existsSync(mine), existsSync(stray)]).toEqual([true, false]);
    await lease?.end({ state: 'failed', reason: 'no', final: true });
    expect(await removedBy('scratch')).toBe(1);
  });
});

describe('fsck', () => {
  it('finds nothing wrong with a new service, nor with a sound one', async () => {
    nameIt(await store());
    for (const { id } of checks.filter((check) => check.id !== 'catalogue')) expect(await findings(id), id).toEqual([]);
  });

  it('names a film that is missing and the row that wants it', async () => {
    const hash = await store();
    nameIt(hash);
    await app.blobs.remove(hash);
    expect(await findings('I2')).toMatchObject([
      { kind: 'fault', subject: `consents.evidence_hash ${hash}`, problem: 'the film is missing' },
    ]);
  });

  it('reads films and names one whose bytes have changed; a quick look does not', async () => {
    const hash = await store();
    nameIt(hash);
    const { path } = await app.blobs.checkout(hash);
    chmodSync(path, 0o644);
    writeFileSync(path, 'rot');
    expect(await findings('I2', false)).toEqual([]);
    expect(await findings('I2')).toMatchObject([{ kind: 'fault', problem: expect.stringContaining('other bytes') }]);
  });

  it('notes a film without a row', async () => {
    const hash = await store();
    expect(await findings('I8')).toMatchObject([{ kind: 'note', subject: hash }]);
  });

  it('notes a job whose worker is gone, and faults one that breaks the rules', async () => {
    order();
    await app.jobs.queue.claim('light');
    expect(await findings('I4')).toEqual([]);
    app.catalogue.rows.run(
      sql`UPDATE jobs SET lease_token = replace(lease_token, ${`#${process.pid}#`}, '#999999999#')`,
    );
    expect(await findings('I4')).toMatchObject([{ kind: 'note', problem: 'its worker is gone' }]);
    app.catalogue.rows.run(sql`UPDATE jobs SET lease_token = NULL`);
    expect(await findings('I4')).toMatchObject([{ kind: 'fault', problem: 'runs without a lease' }]);
  });

  it('faults a broken audit chain and a row that names a missing row', async () => {
    app.catalogue.rows.run(sql`DROP TRIGGER audit_rows_no_update`);
    app.catalogue.rows.run(sql`UPDATE audit_rows SET act = 'other' WHERE seq = 1`);
    expect(await findings('I9')).toMatchObject([{ kind: 'fault', subject: 'audit row 1' }]);
    nameIt(await store());
    expect(await findings('catalogue')).toMatchObject([{ kind: 'fault', subject: 'consents' }]);
  });
});
