import { FRAME_RATE, type Frames } from '../../kernel/frames.ts';
import { type Chain, type Filter, filter, formatGraph } from './filter-graph.ts';
import type { PlannedShot } from './plan-film.ts';

/** 48,000 samples a second, 1,920 a frame: sound is cut by samples so that it fits the pictures. */
const SAMPLE_RATE = 48_000;
const SAMPLES_PER_FRAME = SAMPLE_RATE / FRAME_RATE;
// Samples a second.
const MOST_STRETCH = 1000;
// Long enough that a join does not click, too short to hear as a fade.
const JOIN_FADE_SAMPLES = 0.03 * SAMPLE_RATE;

/** What is done to one shot's voice, decided from its measured levels. */
export interface VoiceTreatment {
  /** One-sided recording: the channel that lives. */
  readonly channel: 'left' | 'right' | 'all';
  /** Noise floor (dB) to be lowered; undefined where the recording is clean. */
  readonly noiseFloorDb: number | undefined;
  /** So that the voices of several shots are alike. */
  readonly gainDb: number;
}

/** One shot's sound in the mix; `input` is undefined where the clip has none. */
export interface MixShot {
  readonly input: { readonly index: number; readonly streamIndex: number } | undefined;
  readonly frames: Frames;
  /** The voice is faded out here, and silence fills the rest. */
  readonly voiceFrames: Frames;
  readonly voice: VoiceTreatment;
}

// Four in a row fall by 48 dB an octave: of a telephone's band, which ends at 3.4 kHz, next to nothing is left.
const HIGHS = Array.from({ length: 4 }, () => filter('highpass', { f: 5000 }));

/**
 * How a shot's own stream is measured before anything is decided, over the used part only: loudness, samples at full scale,
 * levels of each channel and of the middle of two, and of what is above a telephone's band.
 */
export function levelsGraph(shot: PlannedShot): string {
  const sound = shot.source.sound;
  if (!sound) throw new Error('a clip without sound has no levels');
  const astats = filter('astats', { measure_perchannel: 'RMS_level+Noise_floor', measure_overall: 'none' });
  const middle = filter('pan', { args: '3.0|c0=c0|c1=c1|c2=0.5*c0+0.5*c1' });
  const filters = [
    atRate(),
    filter('volumedetect'),
    loudnessMeter(),
    ...(sound.channels === 2 ? [middle] : []),
    astats,
    ...HIGHS,
    filter('astats', { measure_perchannel: 'RMS_level', measure_overall: 'none' }),
  ];
  return formatGraph([{ from: [`0:${sound.streamIndex}`], filters, to: ['levels'] }]);
}

/**
 * The voice of all shots in their order, faded at the joins, silent to the film's last sample, over a bed where there is one
 * (the number of its input): pad `mix`.
 */
export function mixGraph(shots: readonly MixShot[], lengthFrames: Frames, bedInput?: number): string {
  const chains = shots.map((shot, index) => (shot.input ? voiceChain(shot, index) : silenceChain(shot, index)));
  const join = shots.length > 1 ? [filter('concat', { n: shots.length, v: 0, a: 1 })] : [];
  const from = shots.map((_, index) => `voice${index}`);
  const whole = [...join, ...exactly(lengthFrames)];
  if (bedInput === undefined)
    return formatGraph([...chains, { from, filters: [...whole, loudnessMeter()], to: ['mix'] }]);
  return formatGraph([...chains, { from, filters: whole, to: ['spoken'] }, overBed(bedInput)]);
}

/** The bed is already at its levels: both are added as they are. */
function overBed(input: number): Chain {
  const add = filter('amix', { inputs: 2, duration: 'first', normalize: 0 });
  return { from: ['spoken', `${input}:a`], filters: [add, loudnessMeter()], to: ['mix'] };
}

export interface Lift {
  readonly gainDb: number;
  /** No sample between samples goes above this. */
  readonly limitDbtp: number;
}

/** The mix at its loudness, its peaks held and measured: pad `sound`. */
export function liftGraph({ gainDb, limitDbtp }: Lift, lengthFrames: Frames): string {
  const filters = [
    filter('volume', { volume: `${gainDb.toFixed(2)}dB` }),
    // At four times the rate the limiter sees the peaks between samples: without it −0.8 stood where −1 was asked.
    filter('aresample', { sample_rate: 192_000 }),
    filter('alimiter', { limit: (10 ** (limitDbtp / 20)).toFixed(4), level: 0, latency: 1 }),
    atRate(),
    ...exactly(lengthFrames),
    loudnessMeter(),
  ];
  return formatGraph([{ from: ['0:a'], filters, to: ['sound'] }]);
}

function voiceChain(shot: MixShot, index: number): Chain {
  const input = shot.input;
  if (!input) throw new Error('no sound');
  const total = shot.voiceFrames * SAMPLES_PER_FRAME;
  const filters = [
    // Fills a late start and gaps with silence, so that voice and picture share one clock; a clock that drifts is followed by
    // up to 2 % more or fewer samples (1 would wait for a tenth of a second and then put a hole into a word).
    filter('aresample', { sample_rate: SAMPLE_RATE, async: MOST_STRETCH, first_pts: 0 }),
    ...channelFilters(shot.voice),
    // Wind, handling and hum live below the voice.
    filter('highpass', { f: 80 }),
    ...denoise(shot.voice),
    ...(shot.voice.gainDb === 0 ? [] : [filter('volume', { volume: `${shot.voice.gainDb.toFixed(1)}dB` })]),
    ...exactly(shot.voiceFrames),
    filter('afade', { t: 'in', ns: JOIN_FADE_SAMPLES }),
    filter('afade', { t: 'out', ss: Math.max(0, total - JOIN_FADE_SAMPLES), ns: JOIN_FADE_SAMPLES }),
    ...(shot.voiceFrames < shot.frames ? exactly(shot.frames) : []),
  ];
  return { from: [`${input.index}:${input.streamIndex}`], filters, to: [`voice${index}`] };
}

function channelFilters({ channel }: VoiceTreatment): Filter[] {
  const stereo = filter('aformat', { channel_layouts: 'stereo' });
  if (channel === 'all') return [stereo];
  const live = channel === 'left' ? 'c0' : 'c1';
  return [filter('pan', { args: `stereo|c0=${live}|c1=${live}` }), stereo];
}

function denoise({ noiseFloorDb }: VoiceTreatment): Filter[] {
  if (noiseFloorDb === undefined) return [];
  // afftdn knows floors of −80 to −20 dB.
  return [filter('afftdn', { nr: 12, nf: Math.max(-80, Math.min(-20, Math.round(noiseFloorDb))) })];
}

function silenceChain(shot: MixShot, index: number): Chain {
  const silence = filter('anullsrc', { r: SAMPLE_RATE, cl: 'stereo' });
  return { from: [], filters: [silence, ...exactly(shot.frames)], to: [`voice${index}`] };
}

/** Silence up to, and nothing after, that many frames. */
function exactly(count: Frames): Filter[] {
  const samples = count * SAMPLES_PER_FRAME;
  return [filter('apad', { whole_len: samples }), filter('atrim', { end_sample: samples })];
}

function atRate(): Filter {
  return filter('aresample', { sample_rate: SAMPLE_RATE });
}

// framelog: without it a line is logged every tenth of a second.
function loudnessMeter(): Filter {
  return filter('ebur128', { peak: 'true', framelog: 'verbose' });
}
