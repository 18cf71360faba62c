import { streamSSE } from 'hono/streaming';
import { readClip } from '../domain/intake/index.ts';
import { findSpot } from '../domain/spots/index.ts';
import type { Rows } from '../kernel/catalogue.ts';
import type { JobView } from '../kernel/job-queue.ts';
import { NotFoundError } from '../kernel/not-found.ts';
import { personOf, type Route, type WebContext } from '../web/http/route.ts';

// Keeps the line open through proxies that cut silent ones after 30 s.
const BEAT_MS = 15_000;

export const eventRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v1/events',
    who: 'signedIn',
    owner: 'reach',
    kind: 'api',
    summary: 'Server-sent events: progress of jobs in reach',
    handler: sendEvents,
  },
];

/** Streams `job` events as long as the browser listens; the stream ends when the service stops or the session does. */
function sendEvents(c: WebContext): Response {
  const app = c.get('app');
  const { districts } = personOf(c);
  return streamSSE(c, async (stream) => {
    const waiting: JobView[] = [];
    let wake = () => {};
    const stop = app.jobs.desk.watch((job) => {
      if (!districts.includes(districtOf(app.catalogue.rows, job.subject) ?? '')) return;
      waiting.push(job);
      wake();
    });
    stream.onAbort(() => {
      stop();
      wake();
    });
    await stream.writeSSE({ event: 'hello', data: '{}' });
    while (!stream.aborted && !stream.closed) {
      for (const job of waiting.splice(0))
        await stream.writeSSE({ event: 'job', data: JSON.stringify(summarise(job)) });
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, BEAT_MS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      if (waiting.length === 0 && !stream.aborted) await stream.writeSSE({ event: 'beat', data: '{}' });
    }
  });
}

function summarise({ id, name, subject, state, progress, note }: JobView) {
  return { id, name, subject, state, progress, note };
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
