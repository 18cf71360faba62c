import { FRAME_RATE } from '../../kernel/frames.ts';

/** Frames of a film that were played, the end exclusive. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

// A player says where it stands some ten times a second; between two reports half a second may be lost.
const GAP_FRAMES = 12;
// The player's fastest speed, and what its clock and the line may add.
const MOST_SPEED = 2;
const GRACE_SECONDS = 2;

/** The stretches with one more, in order, those that touch joined. */
export function joinSpans(spans: readonly Span[], more: Span): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans, more].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && span.from <= last.until + GAP_FRAMES)
      joined[joined.length - 1] = { from: last.from, until: Math.max(last.until, span.until) };
    else joined.push(span);
  }
  return joined;
}

/** Whether a film of so many frames was played from its first to its last. */
export function isWhole(spans: readonly Span[], filmFrames: number): boolean {
  const [only, ...others] = spans;
  return only !== undefined && others.length === 0 && only.from <= GAP_FRAMES && only.until >= filmFrames - GAP_FRAMES;
}

/** Whether so much can have been played in the time (ms, by our clock) since the last report. */
export function canHavePlayed(span: Span, sinceMs: number): boolean {
  return (span.until - span.from) / FRAME_RATE / MOST_SPEED <= sinceMs / 1000 + GRACE_SECONDS;
}
