import { type DetailedError, Upload } from 'tus-js-client';

const ENDPOINT = '/api/v1/uploads';
// Small enough for a phone's line, large enough that the pauses between do not count.
const CHUNK_BYTES = 2 * 2 ** 20;
const RETRY_MS = [0, 1000, 3000, 5000, 10_000, 20_000, 30_000];
/** After the last retry: the line may be away for hours. */
const LATER_MS = 30_000;
/** The rate is taken over this long. */
const RATE_MS = 20_000;

export type CarryState = 'going' | 'paused' | 'waitingLine' | 'full' | 'received' | 'refused';

export interface Carried {
  readonly state: CarryState;
  readonly sentBytes: number;
  readonly totalBytes: number;
  readonly secondsLeft: number | undefined;
  /** Known once the service has opened the upload. */
  readonly clipId: string | undefined;
  /** The service's own sentence, when it refused. */
  readonly why: string | undefined;
}

export interface Carrier {
  now(): Carried;
  pause(): void;
  resume(): void;
}

interface Film {
  readonly file: File;
  readonly csrf: string;
  readonly language: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** The upload that this file must belong to; the film is carried only then. */
  readonly only?: string | undefined;
}

/** Carries a film to the service in chunks, goes on where an earlier try of the same file ended. undefined: another file. */
export async function carryFilm(film: Film, changed: () => void): Promise<Carrier | undefined> {
  let state: CarryState = 'going';
  let [sentBytes, clipId, why]: [number, string | undefined, string | undefined] = [0, undefined, undefined];
  const rate = rateMeter();
  const set = (next: CarryState) => {
    state = next;
    changed();
  };
  const upload = new Upload(film.file, {
    endpoint: ENDPOINT,
    chunkSize: CHUNK_BYTES,
    retryDelays: RETRY_MS,
    removeFingerprintOnSuccess: true,
    metadata: { filename: film.file.name, ...film.metadata },
    headers: { 'x-csrf-token': film.csrf },
    onShouldRetry: (error) => isPassing(error) && navigator.onLine,
    onAfterResponse(_request, response) {
      const opened = response.getHeader('prerna-clip');
      if (!opened || opened === clipId) return;
      clipId = opened;
      changed();
    },
    onProgress(sent) {
      sentBytes = sent;
      rate.at(sent);
      set('going');
    },
    onSuccess: () => set('received'),
    onError(error) {
      const status = statusOf(error);
      if (isPassing(error)) {
        set('waitingLine');
        setTimeout(() => state === 'waitingLine' && start(), LATER_MS);
      } else if (status === 507) set('full');
      else {
        why = sentenceOf(error, film.language);
        set('refused');
      }
    },
  });
  function start(): void {
    rate.reset();
    set('going');
    upload.start();
  }
  const before = await upload.findPreviousUploads();
  const same = before.find(({ uploadUrl }) => film.only === undefined || uploadUrl?.endsWith(`/${film.only}`));
  if (film.only !== undefined && !same) return undefined;
  if (same) upload.resumeFromPreviousUpload(same);
  // Said at once: the request itself may hang for a minute before it notices.
  addEventListener('offline', () => state === 'going' && void upload.abort().then(() => set('waitingLine')));
  addEventListener('online', () => state === 'waitingLine' && start());
  start();
  return {
    now: () => ({
      ...{ state, sentBytes, clipId, why, totalBytes: film.file.size },
      secondsLeft: rate.secondsFor(film.file.size - sentBytes),
    }),
    pause: () => void upload.abort().then(() => set('paused')),
    resume: start,
  };
}

function statusOf(error: Error | DetailedError): number {
  return ('originalResponse' in error && error.originalResponse?.getStatus()) || 0;
}

/** The line, a lock that another request still holds, or the service's own trouble: it passes. */
function isPassing(error: Error | DetailedError): boolean {
  const status = statusOf(error);
  return status === 0 || status === 409 || status === 423 || (status >= 500 && status !== 507);
}

function sentenceOf(error: Error | DetailedError, language: string): string | undefined {
  const text = 'originalResponse' in error ? error.originalResponse?.getBody() : undefined;
  try {
    const problem: { message?: Record<string, string> } = JSON.parse(text ?? '');
    return problem.message?.[language];
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

/** Seconds left, from the bytes of the last while. */
function rateMeter() {
  let seen: { at: number; bytes: number }[] = [];
  return {
    reset() {
      seen = [];
    },
    at(bytes: number) {
      const at = performance.now();
      seen = [...seen.filter((mark) => at - mark.at < RATE_MS), { at, bytes }];
    },
    secondsFor(bytes: number): number | undefined {
      const [first, last] = [seen[0], seen.at(-1)];
      if (!first || !last || last.at - first.at < 2000 || last.bytes <= first.bytes) return undefined;
      return (bytes * (last.at - first.at)) / (last.bytes - first.bytes) / 1000;
    },
  };
}
