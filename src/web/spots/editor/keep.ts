import type { EditedDocument, LoadedSpot } from './document.ts';
import type { Told } from './tell.ts';

const WAIT_MS = 700;
const RETRY_MS = 5000;

/**
 * Keeps every edit: at once on this phone, soon after on the server. `tell` hears what became of it; after `stale`
 * nothing is sent any more, for somebody else has changed the document. `moved` hears each new version in store.
 */
export function keeper(
  spot: LoadedSpot,
  csrf: string,
  tell: (what: Told, message?: string) => void,
  moved: (version: number) => void,
) {
  const key = `spot.${spot.id}`;
  let version = spot.version;
  let waiting: EditedDocument | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  function keep(document: EditedDocument): void {
    waiting = document;
    localStorage.setItem(key, JSON.stringify({ version, document }));
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), WAIT_MS);
  }

  async function flush(): Promise<boolean> {
    clearTimeout(timer);
    const document = waiting;
    if (!document || stopped) return !stopped;
    try {
      const answer = await put(document);
      if (answer.status === 412) return stop('stale');
      if (!answer.ok) return stop('refused', (await answer.json())?.message?.[window.document.documentElement.lang]);
      version = (await answer.json()).version;
      moved(version);
    } catch (lineIsDown) {
      if (!(lineIsDown instanceof TypeError)) throw lineIsDown;
      tell('local');
      timer = setTimeout(() => void flush(), RETRY_MS);
      return false;
    }
    if (waiting === document) {
      waiting = undefined;
      localStorage.removeItem(key);
      tell('saved');
      return true;
    }
    return flush();
  }

  function put(document: EditedDocument): Promise<Response> {
    const headers = { 'content-type': 'application/json', 'if-match': `"v${version}"`, 'x-csrf-token': csrf };
    return fetch(`/api/v1/spots/${spot.id}`, { method: 'PUT', headers, body: JSON.stringify(document) });
  }

  function stop(what: Told, message?: string): boolean {
    // What was typed stays on this phone; a refused edit may be mended and is sent again by the next one.
    stopped = what === 'stale';
    tell(what, message);
    return false;
  }

  /** What is typed is of an earlier version: it is kept on this phone as such, and not sent. */
  function halt(earlier: number): void {
    version = earlier;
    stop('stale');
  }

  return { keep, flush, halt, stale: () => stopped };
}

interface Kept {
  readonly document: EditedDocument;
  readonly version: number;
}

/** An edit that a reload or a dead battery left on this phone; none when the same stands in store. */
export function readKept(spot: LoadedSpot): Kept | undefined {
  const text = localStorage.getItem(`spot.${spot.id}`);
  if (!text) return undefined;
  const kept: Kept = JSON.parse(text);
  if (!areAlike(kept.document, spot.document)) return kept;
  dropKept(spot.id);
  return undefined;
}

/** Keeps on this phone what the page shows instead of what is in store: of no version, so that nothing sends it unasked. */
export function holdTyped(spotId: string, document: EditedDocument): void {
  localStorage.setItem(`spot.${spotId}`, JSON.stringify({ version: 0, document }));
}

export function dropKept(spotId: string): void {
  localStorage.removeItem(`spot.${spotId}`);
}

function areAlike(one: EditedDocument, other: EditedDocument): boolean {
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof EditedDocument>;
  return [...fields].every((field) => JSON.stringify(one[field]) === JSON.stringify(other[field]));
}
