import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Catalogue, Change, Rows } from '../../kernel/catalogue.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { JobOrder } from '../../kernel/jobs.ts';
import { saysFull } from '../blobs/storage-error.ts';
import { appendAudit } from './audit.ts';
import { facts } from './ground.table.ts';
import type { SqliteFile } from './open.ts';
import { openReserve } from './reserve.ts';

/** What the catalogue tells the rest of the process once a commit stands. */
export interface CommitNews {
  readonly jobs: boolean;
  readonly facts: boolean;
}

interface CatalogueParts {
  readonly file: SqliteFile;
  readonly clock: Clock;
  /** Writes the job's row inside the running transaction. */
  readonly insertJob: (rows: Rows, order: JobOrder<unknown>, at: Date) => void;
  readonly onCommit?: (news: CommitNews) => void;
}

/** The catalogue over one SQLite file: every change an immediate, synchronous transaction with its audit row. */
export function createCatalogue({ file, clock, insertJob, onCommit }: CatalogueParts): Catalogue {
  const rows: Rows = drizzle({ client: file }) as unknown as Rows;

  function change<T>(work: (change: Change) => T): T {
    const news = { jobs: false, facts: false };
    const result = inTransaction(file, () => {
      let audited = false;
      const at = clock.now();
      const value = work({
        rows,
        at,
        audit(entry) {
          appendAudit(rows, entry, at);
          audited = true;
        },
        enqueue(order) {
          insertJob(rows, order as JobOrder<unknown>, at);
          news.jobs = true;
        },
        tell(fact) {
          rows
            .insert(facts)
            .values({
              name: fact.name,
              subject: fact.subject,
              data: JSON.stringify(fact.data),
              toldAt: at.toISOString(),
            })
            .run();
          news.facts = true;
        },
      });
      if (!audited) throw new Error('a change must leave an audit row in its own commit');
      return value;
    });
    onCommit?.(news);
    return result;
  }

  return { rows, change, keep: (work) => inTransaction(file, () => work(rows)) };
}

function inTransaction<T>(file: SqliteFile, work: () => T): T {
  if (file.inTransaction) throw new Error('changes do not nest: hand the Change through instead');
  const commit = file.transaction(() => {
    const value = work();
    if (value instanceof Promise) throw new Error('a change is synchronous: await before it, not in it');
    return value;
  });
  try {
    return commit.immediate();
  } catch (error) {
    // Nothing of it stands: on a full disk it is done again in the room that was laid by for this.
    if (!saysFull(error) || !openReserve(file)) throw error;
    return commit.immediate();
  }
}
