import type { Stereo } from './stereo.ts';

// Falls by 60 dB in some 1.3 s: a hall with people in it.
const KEPT = 0.8;
// Air and cloth swallow the highs: each turn keeps this much of the last sample.
const DULL = 0.45;
// The farther pair of walls is heard less.
const FAR = 0.7;

/** Adds a room to the sound, `wet` of it (0–1): a network of four delays that feed each other (Jot's). */
export function addRoom({ left, right }: Stereo, wet: number): void {
  // Times of flight in samples (30–53 ms) without a common divisor, so that no pitch is favoured.
  const walls = [new Wall(1427), new Wall(1789), new Wall(2137), new Wall(2539)] as const;
  const [first, second, third, fourth] = walls;
  for (let at = 0; at < left.length; at += 1) {
    const [one, two, three, four] = [first.hear(), second.hear(), third.hear(), fourth.hear()];
    const [dryLeft, dryRight] = [left[at] ?? 0, right[at] ?? 0];
    const [sum, difference, sumFar, differenceFar] = [one + two, one - two, three + four, three - four];
    // Hadamard's matrix: nothing is lost or won but by KEPT.
    first.take(dryLeft + (KEPT / 2) * (sum + sumFar));
    second.take(dryRight + (KEPT / 2) * (difference + differenceFar));
    third.take(dryLeft + (KEPT / 2) * (sum - sumFar));
    fourth.take(dryRight + (KEPT / 2) * (difference - differenceFar));
    left[at] = dryLeft + wet * (one + FAR * three);
    right[at] = dryRight + wet * (two + FAR * four);
  }
}

/** A way to a wall and back. */
class Wall {
  readonly #line: Float32Array;
  #place = 0;
  #dull = 0;

  constructor(samples: number) {
    this.#line = new Float32Array(samples);
  }

  /** What comes back now. */
  hear(): number {
    this.#dull = DULL * this.#dull + (1 - DULL) * (this.#line[this.#place] ?? 0);
    return this.#dull;
  }

  /** What goes out, in the place of what was heard. */
  take(sample: number): void {
    this.#line[this.#place] = sample;
    this.#place = this.#place + 1 === this.#line.length ? 0 : this.#place + 1;
  }
}
