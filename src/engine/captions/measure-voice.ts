import { guardedInput } from '../ffmpeg/film-input.ts';
import type { MediaRunner } from '../ffmpeg/run-order.ts';
import { findVoicedSpans, STEP_SECONDS, VOICE_RATE, type VoicedSpan } from './voiced-spans.ts';

/** A clip's sound, as the gate found it. */
export interface VoiceSource {
  readonly path: string;
  /** Forced on FFmpeg, so that a list of other files stays unread. */
  readonly demuxer: string;
  /** Index among all streams of the file. */
  readonly streamIndex: number;
}

/** Listens to a clip's sound and answers where somebody speaks. Rejects with FfmpegError when it cannot be decoded. */
export async function measureVoice(
  runner: MediaRunner,
  source: VoiceSource,
  signal?: AbortSignal,
): Promise<readonly VoicedSpan[]> {
  const meter = new LevelMeter();
  await runner.ffmpeg({
    tokens: [
      ...guardedInput(source, ['-vn']),
      ['-map', `0:${source.streamIndex}`],
      // Below is hum and wind, above is hiss; a voice is between.
      ['-af', 'highpass=f=120,lowpass=f=4000'],
      ['-ac', '1', '-ar', String(VOICE_RATE)],
      ['-f', 's16le'],
    ],
    reads: [source.path],
    onBytes: (chunk) => meter.add(chunk),
    signal,
  });
  return findVoicedSpans(meter.levels);
}

/** Loudness (dB) of each step of a stream of 16-bit samples, little end first. */
class LevelMeter {
  readonly levels: number[] = [];
  #energy = 0;
  #samples = 0;
  #half: number | undefined;

  add(chunk: Uint8Array): void {
    for (const byte of chunk) {
      if (this.#half === undefined) {
        this.#half = byte;
        continue;
      }
      const unsigned = this.#half + byte * 256;
      this.#half = undefined;
      this.#addSample((unsigned < 32_768 ? unsigned : unsigned - 65_536) / 32_768);
    }
  }

  #addSample(sample: number): void {
    this.#energy += sample * sample;
    this.#samples += 1;
    if (this.#samples < VOICE_RATE * STEP_SECONDS) return;
    this.levels.push(10 * Math.log10(this.#energy / this.#samples));
    this.#energy = 0;
    this.#samples = 0;
  }
}
