import type { VoiceTreatment } from './sound-graph.ts';

/** What astats says of one channel, in dB; −Infinity for digital silence. */
export interface ChannelLevel {
  readonly rmsDb: number;
  readonly noiseFloorDb: number;
}

export interface MeasuredLoudness {
  /** Integrated; −70 where nothing passes the gate. */
  readonly lufs: number;
  readonly truePeakDbtp: number;
}

/** Channels of an astats report in their order; throws when the log holds none, for then nothing was measured. */
export function parseLevels(log: string): ChannelLevel[] {
  const rms = [...log.matchAll(/RMS level dB: (\S+)/g)].map((match) => decibels(match[1]));
  const floor = [...log.matchAll(/Noise floor dB: (\S+)/g)].map((match) => decibels(match[1]));
  if (rms.length === 0) throw new Error('no levels in the log of astats');
  return rms.map((rmsDb, index) => ({ rmsDb, noiseFloorDb: floor[index] ?? Number.NEGATIVE_INFINITY }));
}

/** The summary of an ebur128 meter; throws when it is missing, for then nothing was measured. */
export function parseLoudness(log: string): MeasuredLoudness {
  const summary = log.slice(log.lastIndexOf('Integrated loudness:'));
  const lufs = /\bI:\s+(\S+) LUFS/.exec(summary)?.[1];
  const peak = /\bPeak:\s+(\S+) dBFS/.exec(summary)?.[1];
  if (lufs === undefined || peak === undefined) throw new Error('no loudness summary in the log of ebur128');
  return { lufs: decibels(lufs), truePeakDbtp: decibels(peak) };
}

function decibels(text: string | undefined): number {
  return text === undefined || /inf|nan/i.test(text) ? Number.NEGATIVE_INFINITY : Number(text);
}

// A clip-on microphone on one side leaves hum on the other: some 20 dB apart is no stereo picture of a voice.
const ONE_SIDED_DB = 20;
// Below it the hiss is not heard on a television; denoising a clean voice only harms it.
const NOISY_FLOOR_DB = -50;

/** Which channel to take and whether to denoise, from the levels of a shot's own stream. */
export function decideVoice(levels: readonly ChannelLevel[]): VoiceTreatment {
  const channel = liveChannel(levels);
  const heard = channel === 'right' ? levels[1] : levels[0];
  const floor = heard?.noiseFloorDb ?? Number.NEGATIVE_INFINITY;
  return { channel, noiseFloorDb: floor > NOISY_FLOOR_DB ? floor : undefined };
}

function liveChannel(levels: readonly ChannelLevel[]): VoiceTreatment['channel'] {
  const [left, right] = levels;
  if (levels.length !== 2 || !left || !right) return 'all';
  if (left.rmsDb - right.rmsDb > ONE_SIDED_DB) return 'left';
  return right.rmsDb - left.rmsDb > ONE_SIDED_DB ? 'right' : 'all';
}

// More than 24 dB of gain lifts a room's noise, not a voice [measured: the eighth of eight sounds, at −62 LUFS].
const MOST_GAIN_DB = 24;

/** Gain (dB) to a target, or undefined where there is nothing to lift: then it stays as quiet as it is. */
export function decideGain(measured: MeasuredLoudness, targetLufs: number): number | undefined {
  const gain = targetLufs - measured.lufs;
  return Number.isFinite(gain) && gain <= MOST_GAIN_DB ? gain : undefined;
}
