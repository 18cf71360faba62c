import { BED_RATE, panned, type Stereo } from './stereo.ts';

/** Noise about one pitch that fades: skin under a finger, palms. */
export interface Hiss {
  readonly atSeconds: number;
  /** Middle of the band. */
  readonly hertz: number;
  /** Share of the middle that the band is wide. */
  readonly width: number;
  readonly gain: number;
  readonly fadeSeconds: number;
  readonly pan: number;
}

/** Adds the noise to the sound: the same at every run. What lies behind the end is cut. */
export function hiss(sound: Stereo, { atSeconds, hertz, width, gain, fadeSeconds, pan }: Hiss): void {
  const from = Math.round(atSeconds * BED_RATE);
  const end = Math.min(sound.left.length, from + Math.round(7 * fadeSeconds * BED_RATE));
  const radius = Math.exp((-Math.PI * hertz * width) / BED_RATE);
  const once = 2 * radius * Math.cos((2 * Math.PI * hertz) / BED_RATE);
  const twice = radius * radius;
  // As loud whatever the band: a resonator rings up by its sharpness.
  const push = Math.sqrt(1 - twice);
  const fade = Math.exp(-1 / (fadeSeconds * BED_RATE));
  const sides = panned(pan);
  let seed = (Math.imul(from + 1, 0x9e3779b1) ^ Math.round(hertz * 16)) | 1;
  let [level, before, now] = [gain, 0, 0];
  for (let at = from; at < end; at += 1) {
    // Xorshift (Marsaglia): cheap, and white enough for a clap.
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    const next = once * now - twice * before + (push * seed) / 2 ** 31;
    before = now;
    now = next;
    level *= fade;
    sound.left[at] = (sound.left[at] ?? 0) + now * level * sides.left;
    sound.right[at] = (sound.right[at] ?? 0) + now * level * sides.right;
  }
}
