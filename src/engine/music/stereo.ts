/** Samples a second of a bed: the film's own rate, so that nothing is converted. */
export const BED_RATE = 48_000;

/** Two sides of a sound, −1 to 1, equally long. */
export interface Stereo {
  readonly left: Float32Array;
  readonly right: Float32Array;
}

export function silentStereo(samples: number): Stereo {
  return { left: new Float32Array(samples), right: new Float32Array(samples) };
}

/** Factors for the two sides at equal power; `pan` is −1 (left) to 1 (right). */
export function panned(pan: number): { readonly left: number; readonly right: number } {
  const angle = ((pan + 1) * Math.PI) / 4;
  return { left: Math.cos(angle), right: Math.sin(angle) };
}

/** Each side after the other: what is done to one is done to both. */
export function eachSide({ left, right }: Stereo, change: (side: Float32Array) => void): void {
  change(left);
  change(right);
}
