import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import type { Fact } from './facts.ts';
import type { JobOrder } from './jobs.ts';

/** Reads and writes rows; every call is synchronous. */
export type Rows = BaseSQLiteDatabase<'sync', unknown, Record<string, never>>;

/** Who did what to which thing. No personal data: ids and codes only, for the chain is never erased. */
export interface AuditEntry {
  /** A person's id, `system`, or `operator:<id>`. */
  readonly actor: string;
  /** `cut.approve`, `consent.read`. */
  readonly act: string;
  readonly subject: string;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** One commit in the making: rows, audit, jobs and facts stand or fall together. */
export interface Change {
  readonly rows: Rows;
  readonly at: Date;
  audit(entry: AuditEntry): void;
  enqueue<P>(order: JobOrder<P>): void;
  tell(fact: Fact): void;
}

/**
 * The catalogue: small and certain. `change` is one immediate transaction, synchronous from begin to commit; work that
 * leaves no audit row is rolled back with a programmer's error. `keep` is for rows that are no act of anybody
 * (session last seen, lease heartbeat). Neither may be given an async function.
 */
export interface Catalogue {
  readonly rows: Rows;
  change<T>(work: (change: Change) => T): T;
  keep<T>(work: (rows: Rows) => T): T;
}
