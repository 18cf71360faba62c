import { sql } from 'drizzle-orm';
import type { App } from '../app.ts';
import { blobReferences } from '../blob-references.ts';
import { listUnapprovedBytes } from '../domain/delivery/index.ts';
import { type BlobHash, parseBlobHash } from '../kernel/blobs.ts';
import { hashStream } from '../platform/blobs/hash-file.ts';
import { findBrokenLink } from '../platform/db/audit.ts';
import { listNamed } from '../platform/db/named-blobs.ts';
import { listStuckFacts } from '../platform/jobs/deliver-fact.ts';
import { listUnsoundJobs } from '../platform/jobs/unsound-jobs.ts';
import { listOrphans } from '../worker/sweep.ts';

/** A fault breaks a promise; a note is work that is still to be done. */
export interface Finding {
  readonly kind: 'fault' | 'note';
  readonly subject: string;
  readonly problem: string;
  /** The command that mends it. */
  readonly mend: string;
}

export interface Check {
  /** The invariant's number in the design, or a word. */
  readonly id: string;
  readonly title: string;
  run(app: App, how: { readonly rehash: boolean }): Promise<Finding[]>;
}

const RESTORE = 'prerna restore DIR (the newest backup)';

/** What `fsck` proves; a domain adds its own line here. */
export const checks: readonly Check[] = [
  { id: 'catalogue', title: 'the catalogue file is sound', run: checkCatalogue },
  { id: 'I2', title: 'every named film is there, with the right bytes', run: checkNamedBlobs },
  { id: 'I4', title: 'every job waits, runs under a lease, or has ended with a reason', run: checkJobs },
  { id: 'facts', title: 'every fact has been heard', run: checkFacts },
  { id: 'I8', title: 'no film stands without a row', run: checkOrphans },
  { id: 'I9', title: 'the audit chain holds', run: checkAuditChain },
  { id: 'I10', title: 'operators get the very bytes that were approved', run: checkReleasedBytes },
];

async function checkCatalogue({ catalogue }: App): Promise<Finding[]> {
  const integrity = catalogue.rows.all<{ integrity_check: string }>(sql`PRAGMA integrity_check`);
  const broken = integrity.map((row) => row.integrity_check).filter((words) => words !== 'ok');
  const strays = catalogue.rows.all<{ table: string; parent: string }>(sql`PRAGMA foreign_key_check`);
  return [
    ...broken.map((problem) => fault('catalogue.db', problem, RESTORE)),
    ...strays.map(({ table, parent }) => fault(table, `a row names a row of ${parent} that is not there`, RESTORE)),
  ];
}

async function checkNamedBlobs({ catalogue, blobs }: App, { rehash }: { rehash: boolean }): Promise<Finding[]> {
  const findings: Finding[] = [];
  const looked = new Map<BlobHash, string | undefined>();
  for (const reference of blobReferences) {
    for (const value of listNamed(catalogue.rows, reference)) {
      const hash = parseBlobHash(value);
      if (hash && !looked.has(hash)) looked.set(hash, await findProblem(blobs, hash, rehash));
      const problem = hash ? looked.get(hash) : 'is no SHA-256';
      if (problem) findings.push(fault(`${reference.table}.${reference.column} ${value}`, problem, RESTORE));
    }
  }
  return findings;
}

async function findProblem(blobs: App['blobs'], hash: BlobHash, rehash: boolean): Promise<string | undefined> {
  if (!(await blobs.stat(hash))) return 'the film is missing';
  if (!rehash) return undefined;
  const seen = await hashStream(await blobs.read(hash));
  return seen.hash === hash ? undefined : `the film has other bytes: ${seen.hash}`;
}

async function checkJobs({ catalogue }: App): Promise<Finding[]> {
  return listUnsoundJobs(catalogue.rows).map(({ id, problem, kind }) => ({
    kind,
    subject: `job ${id}`,
    problem,
    mend: 'prerna serve (or prerna work) takes it up',
  }));
}

async function checkFacts({ catalogue }: App): Promise<Finding[]> {
  return listStuckFacts(catalogue.rows).map(({ fact, subject, subscriber, attempts, lastError }) =>
    note(`${fact} ${subject}`, `${subscriber} failed ${attempts} times: ${lastError}`, 'prerna serve tries it again'),
  );
}

async function checkOrphans(app: App): Promise<Finding[]> {
  const orphans = await listOrphans(app);
  return orphans.map(({ hash, storedAt }) =>
    note(hash, `no row names this film, stored ${storedAt.toISOString()}`, 'prerna sweep, a day after it was stored'),
  );
}

async function checkAuditChain({ catalogue }: App): Promise<Finding[]> {
  const broken = findBrokenLink(catalogue.rows);
  return broken ? [fault(`audit row ${broken.seq}`, broken.reason, `${RESTORE}, and ask who changed it`)] : [];
}

async function checkReleasedBytes({ catalogue }: App): Promise<Finding[]> {
  return listUnapprovedBytes(catalogue.rows).map(({ cutId, preset, blob, problem }) =>
    fault(`cut ${cutId} ${preset} ${blob}`, problem, `${RESTORE}, and call the cut back`),
  );
}

function fault(subject: string, problem: string, mend: string): Finding {
  return { kind: 'fault', subject, problem, mend };
}

function note(subject: string, problem: string, mend: string): Finding {
  return { kind: 'note', subject, problem, mend };
}
