import { guardedInput } from '../ffmpeg/film-input.ts';
import type { MediaRunner } from '../ffmpeg/run-order.ts';
import type { Senses } from '../senses/open-senses.ts';
import { findSpeechSpans } from '../senses/speech-spans.ts';
import { liveSide } from './live-side.ts';
import { findVoicedSpans, STEP_SECONDS, VOICE_RATE, type VoicedSpan } from './voiced-spans.ts';

/** A clip's sound, as the gate found it. */
export interface VoiceSource {
  readonly path: string;
  /** Forced on FFmpeg, so that a list of other files stays unread. */
  readonly demuxer: string;
  /** Index among all streams of the file. */
  readonly streamIndex: number;
}

export interface Hearing {
  readonly runner: MediaRunner;
  /** Without them, or where they lack the model, the level tells where somebody speaks: it takes any sound for a voice. */
  readonly senses?: Senses | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Listens to a clip's sound and answers where somebody speaks. Rejects with FfmpegError when it cannot be decoded. */
export async function measureVoice(source: VoiceSource, hearing: Hearing): Promise<readonly VoicedSpan[]> {
  const { senses } = hearing;
  return senses && senses.lack.speech === undefined ? hearSpeech(source, senses, hearing) : hearLevels(source, hearing);
}

// A second at a time: the thread answers in some 25 ms.
const CHUNK_SAMPLES = VOICE_RATE;

async function hearSpeech(source: VoiceSource, senses: Senses, hearing: Hearing): Promise<VoicedSpan[]> {
  const likelihoods: number[] = [];
  let rest = new Uint8Array(0);
  senses.listen();
  const hear = async (pairs: Uint8Array) => likelihoods.push(...(await senses.hear(liveSide(pairs))));
  // Steps are of 512 samples: chunks are whole multiples, two channels of two bytes each.
  const chunkBytes = CHUNK_SAMPLES - (CHUNK_SAMPLES % 512);
  await decode(source, hearing, {
    tokens: [['-af', `aresample=${VOICE_RATE}:async=1:first_pts=0`, '-ac', '2']],
    async onBytes(chunk) {
      rest = Buffer.concat([rest, chunk]);
      for (; rest.length >= chunkBytes * 4; rest = rest.subarray(chunkBytes * 4))
        await hear(rest.subarray(0, chunkBytes * 4));
    },
  });
  await hear(rest);
  return findSpeechSpans(likelihoods);
}

async function hearLevels(source: VoiceSource, hearing: Hearing): Promise<VoicedSpan[]> {
  const meter = new LevelMeter();
  await decode(source, hearing, {
    // Below is hum and wind, above is hiss; a voice is between.
    tokens: [
      ['-af', `highpass=f=120,lowpass=f=4000,aresample=${VOICE_RATE}:async=1:first_pts=0`],
      ['-ac', '1'],
    ],
    onBytes: (chunk) => meter.add(chunk),
  });
  return findVoicedSpans(meter.levels);
}

type Taken = Pick<Parameters<MediaRunner['ffmpeg']>[0], 'tokens' | 'onBytes'>;

async function decode(source: VoiceSource, { runner, signal }: Hearing, { tokens, onBytes }: Taken): Promise<void> {
  await runner.ffmpeg({
    tokens: [
      ...guardedInput(source, ['-vn']),
      ['-map', `0:${source.streamIndex}`],
      ...tokens,
      ['-ar', String(VOICE_RATE)],
      ['-f', 's16le'],
    ],
    reads: [source.path],
    ...(onBytes && { onBytes }),
    signal,
  });
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
