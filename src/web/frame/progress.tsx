import type { Tone } from './tone.ts';

/** How far a running work is (share 0–1). */
export function Progress(props: { share: number; label: string }) {
  const percent = percentOf(props.share);
  return (
    <progress max="100" value={percent} aria-label={props.label}>
      {`${percent}%`}
    </progress>
  );
}

/** A standing measure (share 0–1, more is drawn full); its number stands beside it in words. */
export function Fill(props: { share: number; tone?: Tone | undefined }) {
  return (
    <svg
      class={props.tone ? `fill ${props.tone}` : 'fill'}
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect width={String(percentOf(props.share))} height="8" />
    </svg>
  );
}

function percentOf(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
}
