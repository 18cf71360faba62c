import { type Frames, frames } from '../../../kernel/frames.ts';
import type { FilmRange } from '../plan-film.ts';
import type { KeyedSpan } from './made-of.ts';

/** The frames at which two films of one length have different keys, neighbours joined. */
export function changedRanges(former: readonly KeyedSpan[], now: readonly KeyedSpan[]): FilmRange[] {
  const ends = [...new Set([...former, ...now].map(({ toFrame }) => toFrame))].sort((a, b) => a - b);
  const changed = ends.flatMap((toFrame, index): FilmRange[] => {
    const fromFrame = frames(ends[index - 1] ?? 0);
    return keyAt(former, fromFrame) === keyAt(now, fromFrame) ? [] : [{ fromFrame, toFrame: frames(toFrame) }];
  });
  return joinRanges(changed);
}

function keyAt(spans: readonly KeyedSpan[], frame: number): string | undefined {
  return spans.find(({ toFrame }) => frame < toFrame)?.key;
}

/** Ranges that meet or overlap become one; in order. */
export function joinRanges(ranges: readonly FilmRange[]): FilmRange[] {
  const joined: FilmRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.fromFrame - b.fromFrame)) {
    const last = joined.at(-1);
    if (!last || last.toFrame < range.fromFrame) joined.push(range);
    else joined.splice(-1, 1, { ...last, toFrame: frames(Math.max(last.toFrame, range.toFrame)) });
  }
  return joined;
}

/**
 * Rounds ranges out to whole groups of pictures of the file in which they are replaced. `groupStarts`: its key pictures,
 * the first at 0.
 */
export function roundOut(ranges: readonly FilmRange[], groupStarts: readonly number[], length: Frames): FilmRange[] {
  return joinRanges(
    ranges.map(({ fromFrame, toFrame }) => ({
      fromFrame: frames(groupStarts.findLast((start) => start <= fromFrame) ?? 0),
      toFrame: frames(groupStarts.find((start) => start >= toFrame) ?? length),
    })),
  );
}
