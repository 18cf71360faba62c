/** What must be seen at one look, along one side of the picture, px. */
export interface NeededSpan {
  readonly from: number;
  readonly to: number;
}

/** Along one side of a picture: its length, the length that is shown, and where that would best begin, px. */
export interface WindowSide {
  readonly length: number;
  readonly shown: number;
  readonly wished: number;
}

/**
 * The even start of the window that holds most of the spans whole; of several, the one nearest to the wished. `held` counts
 * those that it holds, or that fill it.
 */
export function holdSpans(
  spans: readonly NeededSpan[],
  { length, shown, wished }: WindowSide,
): { readonly start: number; readonly held: number } {
  const worthOf = (start: number) => worth(spans, { start, shown });
  let best = { start: 0, worth: worthOf(0) };
  for (let start = 2; start <= length - shown; start += 2) {
    const here = worthOf(start);
    const nearer = Math.abs(start - wished) < Math.abs(best.start - wished);
    if (here > best.worth || (here === best.worth && nearer)) best = { start, worth: here };
  }
  const { start } = best;
  return { start, held: spans.filter((span) => shareHeld(span, { start, shown }) === 1).length };
}

interface Shown {
  readonly start: number;
  readonly shown: number;
}

/** Squares: one that is whole and one that is out are worth more than two halves. In millionths, so that ties are ties. */
function worth(spans: readonly NeededSpan[], window: Shown): number {
  return Math.round(1e6 * spans.reduce((sum, span) => sum + shareHeld(span, window) ** 2, 0));
}

/** How much is seen of what can be: a face that is wider than the window can fill it at best. */
function shareHeld({ from, to }: NeededSpan, { start, shown }: Shown): number {
  const seen = Math.max(0, Math.min(to, start + shown) - Math.max(from, start));
  return seen / Math.max(1, Math.min(to - from, shown));
}
