import type { Catalogue } from '../../kernel/catalogue.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { JobDesk, JobQueue } from '../../kernel/job-queue.ts';
import { createJobNews } from './job-news.ts';
import { holderName } from './lease-holder.ts';
import { createLocalDesk } from './local-desk.ts';
import type { LeaseParts } from './local-lease.ts';
import { createLocalQueue, MAX_RETRY_DELAY_MS } from './local-queue.ts';

interface LocalJobsParts extends Partial<Pick<LeaseParts, 'retryDelayMs' | 'monotonicMs' | 'holder'>> {
  readonly catalogue: Catalogue;
  readonly clock: Clock;
}

export interface LocalJobs {
  readonly queue: JobQueue;
  readonly desk: JobDesk;
  /** Before the catalogue closes. */
  close(): void;
}

/** The leased job table of the catalogue, from both sides: the workers' queue and the people's desk. */
export function createLocalJobs(parts: LocalJobsParts): LocalJobs {
  const news = createJobNews(parts.catalogue);
  const ours = { retryDelayMs, monotonicMs: () => performance.now(), holder: holderName() };
  const queue = createLocalQueue({ ...ours, ...parts, news });
  return { queue, desk: createLocalDesk(parts.catalogue, news), close: news.close };
}

/** 5 s, 10 s, 20 s … up to ten minutes: long enough for a full disk or a far store to come back. */
function retryDelayMs(attempt: number): number {
  return Math.min(5000 * 2 ** (attempt - 1), MAX_RETRY_DELAY_MS);
}
