import { BED_RATE, panned, type Stereo } from './stereo.ts';

/** One partial of something struck: a sine that only fades. */
export interface Partial {
  readonly atSeconds: number;
  readonly hertz: number;
  /** At the strike, of full scale. */
  readonly gain: number;
  /** Until it has fallen to 1/e. */
  readonly fadeSeconds: number;
  readonly pan: number;
}

// Nothing is heard of it under the rest: −66 dB of a note.
const INAUDIBLE = 5e-4;
// No loudspeaker of a bed's listeners gives more.
const HIGHEST_HERTZ = 9000;

/** Adds a fading sine to the sound: two multiplications a sample, no longer than it is heard; what lies behind the end is cut. */
export function ring(sound: Stereo, partial: Partial): void {
  const { hertz, gain, fadeSeconds } = partial;
  if (hertz > HIGHEST_HERTZ || Math.abs(gain) <= INAUDIBLE) return;
  const from = Math.round(partial.atSeconds * BED_RATE);
  const heard = Math.log(Math.abs(gain) / INAUDIBLE) * fadeSeconds * BED_RATE;
  const end = Math.min(sound.left.length, from + Math.round(heard));
  const turn = (2 * Math.PI * hertz) / BED_RATE;
  const fade = Math.exp(-1 / (fadeSeconds * BED_RATE));
  const [once, twice] = [2 * fade * Math.cos(turn), fade * fade];
  const sides = panned(partial.pan);
  // Begins at zero, so that no strike clicks.
  let [before, now] = [-gain * Math.sin(turn) * (1 / fade), 0];
  for (let at = from; at < end; at += 1) {
    sound.left[at] = (sound.left[at] ?? 0) + now * sides.left;
    sound.right[at] = (sound.right[at] ?? 0) + now * sides.right;
    const next = once * now - twice * before;
    before = now;
    now = next;
  }
}
