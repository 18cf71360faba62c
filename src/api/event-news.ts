import type { App } from '../app.ts';
import type { Person } from '../domain/accounts/index.ts';
import { readClip } from '../domain/intake/index.ts';
import { countStandingClips, findSpot } from '../domain/spots/index.ts';
import type { Rows } from '../kernel/catalogue.ts';
import type { JobView } from '../kernel/job-queue.ts';
import { NotFoundError } from '../kernel/not-found.ts';
import { makingOf } from '../web/intake/making.ts';
import { messageIn } from '../web/locales/index.ts';
import { listNotices } from '../web/notices/list-notices.ts';

export interface EventNews {
  readonly event: 'job' | 'waiting';
  readonly data: unknown;
}

/**
 * What happens in a person's reach. `wake` is called when there may be news; `take` answers what came since the last
 * call: of each job the newest, and how many clips stand where and notices wait, when that has changed. To begin with, what
 * runs: it may have moved since the page was drawn that now listens.
 */
export function gatherNews(app: App, person: Person, wake: () => void): { take(): EventNews[]; stop(): void } {
  const jobs = new Map<string, JobView>();
  let told = waitingOf(app, person);
  const hear = (job: JobView) => {
    if (!person.districts.includes(districtOf(app.catalogue.rows, job.subject) ?? '')) return;
    jobs.set(job.id, job);
    wake();
  };
  const stopJobs = app.jobs.desk.watch(hear);
  for (const job of app.jobs.desk.list({ states: ['running'] })) hear(job);
  const stopCommits = app.onCommit(wake);
  return {
    take() {
      const news = [...jobs.values()].map((job) => ({
        event: 'job' as const,
        data: summarise(job, app.clock.now(), person),
      }));
      jobs.clear();
      const waiting = waitingOf(app, person);
      if (JSON.stringify(waiting) === JSON.stringify(told)) return news;
      told = waiting;
      return [...news, { event: 'waiting', data: waiting }];
    },
    stop() {
      stopJobs();
      stopCommits();
    },
  };
}

function waitingOf(app: App, person: Person) {
  const stands = countStandingClips(app.catalogue.rows, person, app.clock.now());
  const notices = listNotices(app, person).reduce((sum, notice) => sum + notice.count, 0);
  return { notices, stands: Object.fromEntries([...stands].sort()) };
}

function summarise(job: JobView, now: Date, { language }: Person) {
  const { id, name, subject, state, progress, note } = job;
  const { secondsLeft } = makingOf(job, now);
  const said = note === undefined ? undefined : messageIn(language, note);
  return { id, name, subject, state, progress, note, said, secondsLeft };
}

/** A job is about a spot or a clip; only people who reach that hear of it. */
function districtOf(rows: Rows, subject: string | undefined): string | undefined {
  if (!subject) return undefined;
  const spot = findSpot(rows, subject);
  if (spot) return spot.district;
  try {
    return readClip(rows, subject).district;
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}
