import type { ComparedHelp } from '../../engine/film/compare-help.ts';

type Compared = ComparedHelp | undefined;

// Half a megabyte each at most: what some people look at in an afternoon.
const MOST = 40;

/** Longest unseen first. */
const kept = new Map<string, Compared>();
let last: Promise<unknown> = Promise.resolve();

/**
 * A comparison that was drawn before, or a new one. One is drawn at a time, so that pages stay quick however many are opened;
 * who has left before its turn came is passed over, and one that was begun is finished and kept for the next look.
 */
export function keptComparison(key: string, signal: AbortSignal, draw: () => Promise<Compared>): Promise<Compared> {
  const mine = last.then(() => take());
  last = mine.catch(() => undefined);
  return mine;

  async function take(): Promise<Compared> {
    if (!kept.has(key)) {
      signal.throwIfAborted();
      keep(key, await draw());
    }
    const found = kept.get(key);
    keep(key, found);
    return found;
  }
}

function keep(key: string, compared: Compared): void {
  kept.delete(key);
  kept.set(key, compared);
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST))) kept.delete(oldest);
}
