import { BED_RATE, type Stereo } from './stereo.ts';

/** A bass head: its pitch falls while the skin settles. In the middle, as all that is low. */
export interface Skin {
  readonly atSeconds: number;
  /** Where the pitch comes to rest. */
  readonly hertz: number;
  /** So many times as high at the stroke. */
  readonly bend: number;
  readonly bendSeconds: number;
  readonly gain: number;
  readonly fadeSeconds: number;
}

/** Adds the stroke to the sound; what lies behind the end is cut. */
export function skin(sound: Stereo, { atSeconds, hertz, bend, bendSeconds, gain, fadeSeconds }: Skin): void {
  const from = Math.round(atSeconds * BED_RATE);
  const end = Math.min(sound.left.length, from + Math.round(8 * fadeSeconds * BED_RATE));
  const [fade, settle] = [Math.exp(-1 / (fadeSeconds * BED_RATE)), Math.exp(-1 / (bendSeconds * BED_RATE))];
  let [level, above, phase] = [gain * Math.SQRT1_2, bend - 1, 0];
  for (let at = from; at < end; at += 1) {
    const sample = level * Math.sin(phase);
    phase += (2 * Math.PI * hertz * (1 + above)) / BED_RATE;
    above *= settle;
    level *= fade;
    sound.left[at] = (sound.left[at] ?? 0) + sample;
    sound.right[at] = (sound.right[at] ?? 0) + sample;
  }
}
