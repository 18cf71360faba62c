/** What was heard of one shot's own stream, before anything is done to it. */
export interface HeardShot {
  readonly channels: readonly ChannelLevel[];
  /** Of half the sum of two channels; undefined where there are not two. */
  readonly middleRmsDb: number | undefined;
  /** Integrated; −70 where nothing passes the gate. */
  readonly lufs: number;
  /** Samples within 1 dB of full scale. */
  readonly fullScaleShare: number;
  /** Above 5 kHz, against all of it: the channel that has most (dB). */
  readonly highsDb: number;
}

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
  const [rms = []] = meterLevels(log);
  const floor = [...log.matchAll(/Noise floor dB: (\S+)/g)].map((match) => decibels(match[1]));
  if (rms.length === 0) throw new Error('no levels in the log of astats');
  return rms.map((rmsDb, index) => ({ rmsDb, noiseFloorDb: floor[index] ?? Number.NEGATIVE_INFINITY }));
}

/** Levels that each astats of a graph printed, in the order of the graph: the last one may well print first. */
function meterLevels(log: string): number[][] {
  const printed = [...log.matchAll(/Parsed_astats_(\d+) @ [^\n]*RMS level dB: (\S+)/g)];
  const meters = Map.groupBy(printed, ([, place]) => Number(place));
  return [...meters].sort(([a], [b]) => a - b).map(([, lines]) => lines.map(([, , level]) => decibels(level)));
}

function parseHighs(log: string): number {
  const [all, highs] = meterLevels(log);
  if (!all || !highs) throw new Error('no levels above the telephone’s band in the log of astats');
  const shares = highs.map((high, index) => high - (all[index] ?? 0)).filter(Number.isFinite);
  return Math.max(Number.NEGATIVE_INFINITY, ...shares);
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

/** The report of levelsGraph on a stream of so many channels; throws when a part is missing, for then nothing was measured. */
export function parseHeard(log: string, channels: number): HeardShot {
  const levels = parseLevels(log);
  // A meter prints once more, empty, when its graph was set up twice: the most it says counts.
  const most = (pattern: RegExp) => Math.max(0, ...[...log.matchAll(pattern)].map((match) => Number(match[1])));
  const samples = most(/n_samples: (\d+)/g);
  const full = most(/histogram_0db: (\d+)/g);
  return {
    channels: channels === 2 ? levels.slice(0, 2) : levels,
    middleRmsDb: channels === 2 ? levels[2]?.rmsDb : undefined,
    lufs: parseLoudness(log).lufs,
    fullScaleShare: samples > 0 ? full / samples : 0,
    highsDb: parseHighs(log),
  };
}

// More than 24 dB of gain lifts a room's noise, not a voice [measured: the eighth of eight sounds, at −62 LUFS].
const MOST_GAIN_DB = 24;

/** Gain (dB) to a target, or undefined where there is nothing to lift: then it stays as quiet as it is. */
export function decideGain(measured: MeasuredLoudness, targetLufs: number): number | undefined {
  const gain = targetLufs - measured.lufs;
  return Number.isFinite(gain) && gain <= MOST_GAIN_DB ? gain : undefined;
}
