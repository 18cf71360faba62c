/** Loudness over time as strokes; `peaks` are shares 0–1, spread over the width. */
export function Waveform(props: { peaks: readonly number[]; label: string }) {
  return (
    <svg class="wv" width="180" height="40" viewBox="0 0 200 40" role="img" aria-label={props.label}>
      <path d={strokes(props.peaks, { width: 200, middle: 20, reach: 18 })} />
    </svg>
  );
}

/** The path of a waveform: one upright stroke a peak, at least a hair high. */
export function strokes(
  peaks: readonly number[],
  box: { readonly width: number; readonly middle: number; readonly reach: number },
): string {
  const step = box.width / Math.max(1, peaks.length);
  return peaks
    .map((peak, index) => {
      const x = ((index + 0.5) * step).toFixed(1);
      const half = Math.max(0.5, Math.min(1, peak) * box.reach);
      return `M${x} ${(box.middle - half).toFixed(1)}V${(box.middle + half).toFixed(1)}`;
    })
    .join('');
}
