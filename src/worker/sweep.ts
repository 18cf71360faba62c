import type { App } from '../app.ts';
import { sweepUploads } from '../domain/intake/index.ts';
import { findMentionedHashes } from '../platform/db/named-blobs.ts';

/** A blob is stored a moment before its row: an orphan is one that has had a day to get it. */
const ORPHAN_MS = 24 * 3_600_000;

/** What one task took away. */
export interface Swept {
  readonly task: string;
  readonly removed: number;
  /** Why it could not go on; the other tasks do. */
  readonly error?: string;
}

type Task = (app: App) => Promise<number>;

/** Each is safe at any time, beside running uploads, jobs and other sweeps. */
const tasks: Readonly<Record<string, Task>> = {
  uploads: sweepUploads,
  scratch: (app) => app.scratch.sweep((jobId) => app.jobs.desk.find(jobId)?.state === 'running'),
  leftovers: (app) => app.blobs.sweepLeftovers(dayAgo(app)),
  blobs: sweepBlobs,
};

/** Clears what nobody will ever use: expired uploads, folders of killed jobs, half-stored films, films without a row. */
export async function sweepAll(app: App): Promise<Swept[]> {
  const swept: Swept[] = [];
  for (const [task, run] of Object.entries(tasks)) swept.push(await sweepOne(app, task, run));
  return swept;
}

async function sweepOne(app: App, task: string, run: Task): Promise<Swept> {
  try {
    return { task, removed: await run(app) };
  } catch (err) {
    app.logger.error({ task, err }, 'sweep.taskFailed');
    return { task, removed: 0, error: String(err) };
  }
}

async function sweepBlobs(app: App): Promise<number> {
  const before = orphansBefore(app);
  const orphans = (await listOrphans(app)).filter((blob) => blob.storedAt < before).map((blob) => blob.hash);
  // Asked once more: the listing may have taken minutes.
  const mentioned = findMentionedHashes(app.catalogue.rows);
  let removed = 0;
  for (const hash of orphans) if (!mentioned.has(hash) && (await app.blobs.remove(hash, before))) removed += 1;
  return removed;
}

/** Blobs that nothing in the catalogue mentions, whatever their age. */
export async function listOrphans({ catalogue, blobs }: Pick<App, 'catalogue' | 'blobs'>) {
  const orphans = [];
  const mentioned = findMentionedHashes(catalogue.rows);
  for await (const blob of blobs.list()) if (!mentioned.has(blob.hash)) orphans.push(blob);
  return orphans;
}

/** A day ago, and never after a running job began: whatever the clock does, films that it stores and has yet to name are spared. */
function orphansBefore(app: App): Date {
  const running = app.jobs.desk.list({ states: ['running'], limit: 10_000 });
  const begun = running.map((job) => (job.startedAt ?? job.enqueuedAt).getTime());
  return new Date(Math.min(dayAgo(app).getTime(), ...begun));
}

function dayAgo({ clock }: App): Date {
  return new Date(clock.now().getTime() - ORPHAN_MS);
}
