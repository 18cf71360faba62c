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

/** The even start of the window that holds most of the spans whole; of several, the one nearest to the wished. */
export function holdSpans(
  spans: readonly NeededSpan[],
  { length, shown, wished }: WindowSide,
): { readonly start: number; readonly held: number } {
  const heldFrom = (start: number) => spans.filter(({ from, to }) => from >= start && to <= start + shown).length;
  let best = { start: 0, held: heldFrom(0) };
  for (let start = 2; start <= length - shown; start += 2) {
    const held = heldFrom(start);
    const nearer = Math.abs(start - wished) < Math.abs(best.start - wished);
    if (held > best.held || (held === best.held && nearer)) best = { start, held };
  }
  return best;
}
