import { BED_RATE, panned, type Stereo } from './stereo.ts';

/** A tone that is held, by one player. */
export interface Held {
  readonly atSeconds: number;
  readonly seconds: number;
  readonly hertz: number;
  readonly gain: number;
  readonly pan: number;
  /** How long the bow takes to speak and to leave; at most half the note each. */
  readonly swellSeconds: number;
  /** Turns of the hand a second; each player has its own. */
  readonly vibratoHertz: number;
  /** Gain of each partial from the fundamental up. */
  readonly partials: readonly number[];
}

const TABLE = 2048;
// Some 5 cents to each side: alive, not sweet.
const VIBRATO_DEPTH = 0.003;
// Slow things (bow, hand) are worked out once in so many samples and go in straight lines between.
const BLOCK = 96;

/** Adds a held tone to the sound; what lies behind the end is cut. */
export function bow(sound: Stereo, held: Held): void {
  const table = tableOf(held.partials);
  const sides = panned(held.pan);
  const from = Math.round(held.atSeconds * BED_RATE);
  const count = Math.min(Math.round(held.seconds * BED_RATE), sound.left.length - from);
  let phase = 0;
  for (let block = 0; block < count; block += BLOCK) {
    const end = Math.min(count, block + BLOCK);
    let level = levelAt(held, block);
    const slope = (levelAt(held, end) - level) / (end - block);
    const step = (TABLE * held.hertz * (1 + vibrato(held, block))) / BED_RATE;
    for (let index = block; index < end; index += 1) {
      const place = Math.floor(phase);
      const low = table[place] ?? 0;
      const sample = level * (low + (phase - place) * ((table[place + 1] ?? 0) - low));
      sound.left[from + index] = (sound.left[from + index] ?? 0) + sample * sides.left;
      sound.right[from + index] = (sound.right[from + index] ?? 0) + sample * sides.right;
      level += slope;
      phase += step;
      if (phase >= TABLE) phase -= TABLE;
    }
  }
}

function levelAt({ gain, seconds, swellSeconds }: Held, sample: number): number {
  const time = sample / BED_RATE;
  const edge = Math.min(time, seconds - time) / Math.min(swellSeconds, seconds / 2);
  return edge >= 1 ? gain : gain * 0.5 * (1 - Math.cos(Math.PI * Math.max(0, edge)));
}

function vibrato({ vibratoHertz }: Held, sample: number): number {
  const time = sample / BED_RATE;
  // The hand begins to move when the tone stands.
  return VIBRATO_DEPTH * Math.min(1, time) * Math.sin(2 * Math.PI * vibratoHertz * time);
}

/** One turn of the tone, and its first sample again for the straight line at the end. */
function tableOf(partials: readonly number[]): Float32Array {
  const table = new Float32Array(TABLE + 1);
  for (const [index, gain] of partials.entries()) {
    const turn = (2 * Math.PI * (index + 1)) / TABLE;
    for (let at = 0; at <= TABLE; at += 1) table[at] = (table[at] ?? 0) + gain * Math.sin(turn * at);
  }
  return table;
}
