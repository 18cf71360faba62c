import { BED_RATE } from './stereo.ts';

/** Second-order filter by Robert Bristow-Johnson's cookbook, a0 brought to one. */
interface Biquad {
  readonly b: readonly [number, number, number];
  readonly a: readonly [number, number];
}

/** Takes away what no loudspeaker of a television gives, and makes room where a voice is understood. */
export function shapeSide(side: Float32Array): void {
  filterSide(side, highpass(45));
  filterSide(side, dip(2000, 0.55, -7));
}

function filterSide(side: Float32Array, { b, a }: Biquad): void {
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  for (let at = 0; at < side.length; at += 1) {
    const x = side[at] ?? 0;
    const y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    side[at] = y;
  }
}

function highpass(hertz: number): Biquad {
  const turn = (2 * Math.PI * hertz) / BED_RATE;
  const alpha = Math.sin(turn) * Math.SQRT1_2;
  const [cos, a0] = [Math.cos(turn), 1 + alpha];
  const side = (1 + cos) / 2 / a0;
  return { b: [side, -2 * side, side], a: [(-2 * cos) / a0, (1 - alpha) / a0] };
}

function dip(hertz: number, sharpness: number, decibels: number): Biquad {
  const turn = (2 * Math.PI * hertz) / BED_RATE;
  const alpha = Math.sin(turn) / (2 * sharpness);
  const root = 10 ** (decibels / 40);
  const [cos, a0] = [Math.cos(turn), 1 + alpha / root];
  return {
    b: [(1 + alpha * root) / a0, (-2 * cos) / a0, (1 - alpha * root) / a0],
    a: [(-2 * cos) / a0, (1 - alpha / root) / a0],
  };
}
