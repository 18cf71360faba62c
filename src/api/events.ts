import { setTimeout as sleep } from 'node:timers/promises';
import { streamSSE } from 'hono/streaming';
import { findActivePerson } from '../domain/accounts/index.ts';
import { personOf, type Route, type WebContext } from '../web/http/route.ts';
import { gatherNews } from './event-news.ts';

// Keeps the line open through proxies that cut silent ones after 30 s.
const BEAT_MS = 15_000;
// Bars need no more than four steps a second, and a burst of commits is one piece of news.
const PAUSE_MS = 250;

export const eventRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v1/events',
    who: 'signedIn',
    owner: 'reach',
    kind: 'api',
    summary:
      'Server-sent events: `job` (progress and state), `waiting` (clips by where they stand, notices), all in reach',
    handler: sendEvents,
  },
];

/** Streams as long as the browser listens; ends when the service stops, or the person is shut out. */
function sendEvents(c: WebContext): Response {
  const app = c.get('app');
  const person = personOf(c);
  return streamSSE(c, async (stream) => {
    const bell = createBell();
    const news = gatherNews(app, person, bell.ring);
    stream.onAbort(() => {
      news.stop();
      bell.ring();
    });
    await stream.writeSSE({ event: 'hello', data: '{}' });
    while (!stream.aborted && !stream.closed) {
      const rung = await bell.wait();
      if (rung) await sleep(PAUSE_MS);
      if (stream.aborted || !findActivePerson(app.catalogue.rows, person.id)) break;
      const found = news.take();
      for (const { event, data } of found) await stream.writeSSE({ event, data: JSON.stringify(data) });
      if (found.length === 0 && !rung) await stream.writeSSE({ event: 'beat', data: '{}' });
    }
    news.stop();
  });
}

/** Waits for a ring, at most a beat long; a ring while nobody waits is heard at the next wait. */
function createBell() {
  let rung = false;
  let hear = () => {};
  return {
    ring() {
      rung = true;
      hear();
    },
    async wait(): Promise<boolean> {
      if (!rung)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, BEAT_MS);
          hear = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      const heard = rung;
      rung = false;
      return heard;
    },
  };
}
