// Follows what happens to clips and spots while the page is looked at: bars move, states and the bell change without a reload.
// Server-sent events say that something happened; what it looks like is the server's own page, fetched and taken over in parts.
import { formatSpan } from '../frame/format.ts';
import { takeOver } from './live/take-over.ts';

// Several things happen at once; one look is enough.
const PAUSE_MS = 300;

interface JobNews {
  readonly subject?: string;
  readonly state: string;
  readonly progress: number;
  readonly secondsLeft?: number;
  /** What the work says of itself, in words. */
  readonly said?: string;
}

let source: EventSource | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

document.addEventListener('visibilitychange', () => (document.hidden ? stop() : start()));
addEventListener('pagehide', stop);
if (!document.hidden) listen();

/** Looked at again: what happened meanwhile is fetched at once. */
function start(): void {
  if (source) return;
  lookSoon();
  listen();
}

function listen(): void {
  // Opens itself again after a broken line; when the session has ended the server says so and it stays closed.
  source = new EventSource('/api/v1/events');
  source.addEventListener('job', (event) => hear(JSON.parse(event.data)));
  source.addEventListener('waiting', lookSoon);
}

function stop(): void {
  source?.close();
  source = undefined;
  clearTimeout(timer);
}

function hear(job: JobNews): void {
  if (job.state !== 'running') {
    lookSoon();
    return;
  }
  for (const bar of document.querySelectorAll<HTMLElement>(`[data-subjects~="${CSS.escape(job.subject ?? '')}"]`)) {
    const making = bar.querySelector<HTMLElement>('[data-making]');
    if (making) drawBar(making, job);
    else lookSoon();
  }
}

function drawBar(making: HTMLElement, { progress, secondsLeft, said }: JobNews): void {
  const bar = making.querySelector('progress');
  if (bar) bar.value = Math.round(progress * 1000) / 10;
  const note = making.querySelector<HTMLElement>('[data-note]');
  if (note) {
    note.textContent = said ?? '';
    note.hidden = said === undefined;
  }
  const words = making.querySelector<HTMLElement>('[data-left]');
  const language = document.documentElement.lang === 'en' ? 'en' : 'hi';
  if (words)
    words.textContent =
      secondsLeft === undefined
        ? (words.dataset['open'] ?? '')
        : (words.dataset['left'] ?? '').replace('{time}', formatSpan(secondsLeft, language));
}

function lookSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void look().catch(keepWhatStands), PAUSE_MS);
}

async function look(): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  // Logged out, or gone: the next tap says so.
  if (!answer.ok || answer.redirected) return;
  takeOver(new DOMParser().parseFromString(await answer.text(), 'text/html'));
}

/** Offline: the page stays as it is. */
function keepWhatStands(error: unknown): void {
  if (!(error instanceof TypeError)) throw error;
}
