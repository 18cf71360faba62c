import { DerivativeError, type DerivativeOrder } from './derivative.ts';
import { guardedInput } from './film-input.ts';
import type { Media } from './media.ts';

/** Loudness over time for drawing: the highest sample of each twentieth of a second, 0–255 (255 = full scale), from the film's clock 0 on. */
export interface Waveform {
  readonly pointsPerSecond: number;
  readonly peaks: readonly number[];
}

// Fine enough to see the pause between two words; half an hour is 100 kB of JSON.
const POINTS_PER_SECOND = 20;
const SAMPLE_RATE = 8000;
const SAMPLES_PER_POINT = SAMPLE_RATE / POINTS_PER_SECOND;

/** Empty peaks for a film without sound. */
export async function makeWaveform(
  { runner }: Pick<Media, 'runner'>,
  order: Pick<DerivativeOrder, 'path' | 'facts' | 'signal'>,
): Promise<Waveform> {
  const { sound, demuxer, durationSeconds } = order.facts;
  if (!sound) return { pointsPerSecond: POINTS_PER_SECOND, peaks: [] };
  const meter = new PeakMeter();
  await runner.ffmpeg({
    tokens: [
      ['-v', 'error'],
      ...guardedInput({ path: order.path, demuxer }),
      ['-map', `0:${sound.index}`, '-af', `aresample=${SAMPLE_RATE}:async=1:first_pts=0`, '-ac', '1'],
      // A time stamp gone wild must not go on for ever.
      ['-t', (durationSeconds + 60).toFixed(3), '-f', 's16le'],
    ],
    reads: [order.path],
    signal: order.signal,
    onBytes: (chunk) => meter.take(chunk),
  });
  const peaks = meter.finish();
  if (peaks.length === 0) throw new DerivativeError(`${order.path}: its sound track gave no sample`);
  return { pointsPerSecond: POINTS_PER_SECOND, peaks };
}

/** Takes 16-bit samples in chunks of any length. */
class PeakMeter {
  #peaks: number[] = [];
  #highest = 0;
  #samples = 0;
  #half: number | undefined;

  take(chunk: Uint8Array): void {
    for (const byte of chunk) {
      if (this.#half === undefined) this.#half = byte;
      else this.#takeSample(this.#half | (byte << 8));
    }
  }

  finish(): readonly number[] {
    if (this.#samples > 0) this.#closePoint();
    return this.#peaks;
  }

  #takeSample(bits: number): void {
    this.#half = undefined;
    const height = Math.abs(bits > 32767 ? bits - 65536 : bits);
    if (height > this.#highest) this.#highest = height;
    this.#samples += 1;
    if (this.#samples === SAMPLES_PER_POINT) this.#closePoint();
  }

  #closePoint(): void {
    this.#peaks.push(Math.min(255, Math.round(this.#highest / 128)));
    this.#highest = 0;
    this.#samples = 0;
  }
}
