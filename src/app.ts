import { join } from 'node:path';
import { loadPresets, readPresetData } from './domain/directory/index.ts';
import { createUploadBytes, type UploadBytes } from './domain/intake/index.ts';
import type { Media } from './engine/ffmpeg/media.ts';
import type { BlobStore } from './kernel/blobs.ts';
import type { Catalogue } from './kernel/catalogue.ts';
import type { Clock } from './kernel/clock.ts';
import type { JobDesk, JobQueue } from './kernel/job-queue.ts';
import { type Assets, readAssets } from './platform/assets.ts';
import { hasRoom } from './platform/blobs/free-space.ts';
import { chooseBlobs } from './platform/blobs/index.ts';
import { systemClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { type CommitNews, createCatalogue } from './platform/db/catalogue.ts';
import { migrate, readMigrations } from './platform/db/migrate.ts';
import { openSqlite } from './platform/db/open.ts';
import { layReserve } from './platform/db/reserve.ts';
import { insertJob } from './platform/jobs/insert-job.ts';
import { createLocalJobs } from './platform/jobs/local-jobs.ts';
import { createScratch, type Scratch } from './platform/jobs/scratch.ts';
import { createLogger, type Logger } from './platform/logger.ts';
import { createMetrics, type Metrics } from './platform/metrics.ts';

/** Everything that faces and workers use; made in one place, closed in one place. */
export interface App {
  readonly config: Config;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly catalogue: Catalogue;
  readonly blobs: BlobStore;
  readonly jobs: { readonly queue: JobQueue; readonly desk: JobDesk };
  /** FFmpeg behind its walls; found and proved at the first call (half a second), then kept. */
  media(): Promise<Media>;
  /** Folders of running jobs. */
  readonly scratch: Scratch;
  readonly uploadBytes: UploadBytes;
  /** Whether so many bytes more fit beside the reserve; ask before an upload or a render. */
  readonly hasRoom: (bytes: number) => Promise<boolean>;
  /** Once, by the service: room for log-ins on a disk that fills up. */
  layReserve(): void;
  readonly metrics: Metrics;
  readonly assets: Assets;
  /** Migrations that this start applied. */
  readonly migrated: readonly string[];
  /** Hears of each commit of this process that ordered jobs or told facts; answers how to stop. */
  onCommit(listener: (news: CommitNews) => void): () => void;
  close(): Promise<void>;
}

/** Composition root: config → adapters → domains. The only chooser of adapters. Applies missing migrations. */
export function openApp(config: Config, clock: Clock = systemClock): App {
  const logger = createLogger(config.logLevel);
  const file = openSqlite(join(config.dataDir, 'catalogue.db'));
  const migrated = migrate(file, readMigrations(join(config.projectRoot, 'src/platform/db/migrations')));
  if (migrated.length > 0) logger.info({ migrated }, 'catalogue.migrated');
  const listeners = new Set<(news: CommitNews) => void>();
  const onCommit = (news: CommitNews) => listeners.forEach((listener) => void listener(news));
  const catalogue = createCatalogue({ file, clock, insertJob, onCommit });
  loadPresets({ catalogue }, readPresetData(join(config.projectRoot, 'presets')));
  const jobs = createLocalJobs({ catalogue, clock });
  return {
    config,
    clock,
    logger,
    catalogue,
    blobs: chooseBlobs(config.blobs, config.dataDir),
    jobs,
    media: once(async () => {
      const { createMedia } = await import('./engine/ffmpeg/media.ts');
      return createMedia(config, logger.child({ subject: 'media' }));
    }),
    scratch: createScratch(join(config.dataDir, 'scratch')),
    uploadBytes: createUploadBytes(join(config.dataDir, 'uploads')),
    hasRoom: (bytes) => hasRoom(config.dataDir, bytes),
    layReserve: () => layReserve(file),
    metrics: createMetrics(catalogue.rows),
    assets: readAssets(config.projectRoot),
    migrated,
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      jobs.close();
      file.close();
    },
  };
}

/** One answer for all callers; a failure is not kept, so that an FFmpeg installed meanwhile is found. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
