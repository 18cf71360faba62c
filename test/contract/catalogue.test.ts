import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Change } from '../../src/kernel/catalogue.ts';
import { defineJob } from '../../src/kernel/jobs.ts';
import { findBrokenLink } from '../../src/platform/db/audit.ts';
import { auditRows, facts, jobs } from '../../src/platform/db/ground.table.ts';
import { migrate, readMigrations, SchemaError } from '../../src/platform/db/migrate.ts';
import { MIGRATIONS, testCatalogue } from './catalogue.ts';

const wave = defineJob({
  name: 'test.wave',
  payload: z.object({ n: z.number() }),
  priority: 1,
  attempts: 3,
  media: false,
});
const entry = { actor: 'system', act: 'test.act', subject: 'thing' };
let db: ReturnType<typeof testCatalogue>;
beforeEach(() => {
  db = testCatalogue();
});
afterEach(() => db.close());

describe('a change', () => {
  it('commits rows, audit, jobs and facts together', () => {
    db.catalogue.change((change) => {
      change.enqueue({ definition: wave, payload: { n: 1 }, key: 'a' });
      change.tell({ name: 'thing.done', subject: 'thing', data: {} });
      change.audit(entry);
    });
    expect(db.catalogue.rows.select().from(jobs).all()).toHaveLength(1);
    expect(db.catalogue.rows.select().from(facts).all()).toHaveLength(1);
  });

  it('leaves nothing behind when it throws', () => {
    expect(() =>
      db.catalogue.change((change) => {
        change.enqueue({ definition: wave, payload: { n: 1 }, key: 'a' });
        change.audit(entry);
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(db.catalogue.rows.select().from(jobs).all()).toEqual([]);
    expect(db.catalogue.rows.select().from(auditRows).all()).toEqual([]);
  });

  it('without an audit row is rolled back', () => {
    expect(() =>
      db.catalogue.change((change) => change.enqueue({ definition: wave, payload: { n: 1 }, key: 'a' })),
    ).toThrow('audit');
    expect(db.catalogue.rows.select().from(jobs).all()).toEqual([]);
  });

  it('given an async function is rolled back', () => {
    const work = async (change: Change) => change.audit(entry);
    expect(() => db.catalogue.change(work)).toThrow('synchronous');
    expect(db.catalogue.rows.select().from(auditRows).all()).toEqual([]);
  });

  it('orders the same key once', () => {
    for (const n of [1, 2]) {
      db.catalogue.change((change) => {
        change.enqueue({ definition: wave, payload: { n }, key: 'same' });
        change.audit(entry);
      });
    }
    expect(db.catalogue.rows.select().from(jobs).all()).toHaveLength(1);
  });
});

describe('the audit chain', () => {
  beforeEach(() => {
    for (const act of ['a', 'b', 'c'])
      db.catalogue.change((change) => change.audit({ ...entry, act, detail: { n: 1 } }));
  });

  it('holds after many acts', () => expect(findBrokenLink(db.catalogue.rows)).toBeUndefined());

  it('refuses an update and a delete', () => {
    expect(() => db.catalogue.rows.update(auditRows).set({ act: 'x' }).where(eq(auditRows.seq, 2)).run()).toThrow(
      'never changed',
    );
    expect(() => db.catalogue.rows.delete(auditRows).where(eq(auditRows.seq, 2)).run()).toThrow('never deleted');
  });

  it('shows a row that was changed behind its back', () => {
    db.file.exec('DROP TRIGGER audit_rows_no_update; UPDATE audit_rows SET detail = \'{"n":2}\' WHERE seq = 2');
    expect(findBrokenLink(db.catalogue.rows)).toMatchObject({ seq: 2 });
  });

  it('shows a row that was taken out', () => {
    db.file.exec('DROP TRIGGER audit_rows_no_delete; DELETE FROM audit_rows WHERE seq = 2');
    expect(findBrokenLink(db.catalogue.rows)).toMatchObject({ seq: 2, reason: 'a row is missing' });
  });
});

describe('migrations', () => {
  it('are applied once', () => expect(migrate(db.file, readMigrations(MIGRATIONS))).toEqual([]));
  it('of a newer program stop an older one', () => {
    db.file.exec("INSERT INTO migrations VALUES ('9999-later.sql', '2030-01-01')");
    expect(() => migrate(db.file, readMigrations(MIGRATIONS))).toThrow(SchemaError);
  });
  it('that fail leave nothing half done', () => {
    const bad = [
      ...readMigrations(MIGRATIONS),
      { name: '9998-bad.sql', sql: 'CREATE TABLE half (a); CREATE TABLE jobs (a)' },
    ];
    expect(() => migrate(db.file, bad)).toThrow();
    expect(db.file.prepare("SELECT 1 FROM sqlite_master WHERE name = 'half'").get()).toBeUndefined();
  });
});
