/** Whole frames at 25 per second: the only unit of length in a film. */
export type Frames = number & { readonly __unit: 'frames@25' };

/** Every film and broadcast in this installation runs at 25 frames a second (PAL countries). */
export const FRAME_RATE = 25;

/** Brands a whole number as frames. Throws on a fraction or a negative: nothing rounds silently. */
export function frames(count: number): Frames {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not whole frames: ${count}`);
  return count as Frames;
}

/** Seconds that are a whole number of frames (0.04 s steps); throws otherwise. */
export function seconds(value: number): Frames {
  const exact = value * FRAME_RATE;
  const whole = Math.round(exact);
  // 1e-6 frame forgives binary fractions such as 0.28 * 25, not an off-grid time.
  if (Math.abs(exact - whole) > 1e-6) throw new RangeError(`${value} s is not a whole number of frames`);
  return frames(whole);
}

/** The frame that is on screen at a measured time (s); negative times are frame 0. */
export function frameAt(timeSeconds: number): Frames {
  return frames(Math.max(0, Math.floor(timeSeconds * FRAME_RATE + 1e-6)));
}

export function toSeconds(count: Frames): number {
  return count / FRAME_RATE;
}
