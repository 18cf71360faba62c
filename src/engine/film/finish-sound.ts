import { join } from 'node:path';
import type { Frames } from '../../kernel/frames.ts';
import { guardedInput } from '../ffmpeg/film-input.ts';
import type { MediaRunner, Token } from '../ffmpeg/run-order.ts';
import { decideVoices, type SoundFault } from './decide-voice.ts';
import type { DeliveryPreset } from './delivery-preset.ts';
import type { FinishedSound } from './film-tokens.ts';
import { clipSeconds, type PlannedShot, type RenderPlan } from './plan-film.ts';
import { type Lift, levelsGraph, liftGraph, type MixShot, mixGraph } from './sound-graph.ts';
import { decideGain, type HeardShot, type MeasuredLoudness, parseHeard, parseLoudness } from './sound-levels.ts';

export interface SoundParts {
  readonly runner: MediaRunner;
  readonly workFolder: string;
  /** A WAV under the voices, at its levels and as long as the film; undefined: none. */
  readonly bed?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface FilmSound {
  /** One mix for each loudness that the presets ask for. */
  readonly finished: readonly FinishedSound[];
  /** `quiet`: nothing in it could be lifted to a voice's loudness; it stays as it was recorded. */
  readonly voice: 'voice' | 'quiet';
  /** What was the matter with the clips' own sound, each once. */
  readonly faults: readonly SoundFault[];
}

// Half a dB under the ceiling for the meter's own error; lossy codecs redraw peaks and get as much again.
const PCM_HEADROOM_DB = 0.5;
const LOSSY_HEADROOM_DB = 1;
// Corrected once when further off than the meter can show twice.
const CLOSE_ENOUGH_LU = 0.1;

/** Mixes the voice of all shots and brings it to each wanted loudness, in wav files of the work folder. */
export async function finishSound(plan: RenderPlan, parts: SoundParts): Promise<FilmSound> {
  const mix = join(parts.workFolder, 'mix.wav');
  const { loudness, faults } = await writeMix(plan, mix, parts);
  const wanted = loudnessGroups(plan.outputs.map(({ preset }) => preset));
  const gains = wanted.map((group) => decideGain(loudness, group.targetLufs));
  // One answer for all presets: they differ by gain only.
  const quiet = gains.some((gain) => gain === undefined);
  const finished: FinishedSound[] = [];
  for (const [index, group] of wanted.entries()) {
    const file = `sound-${index}.wav`;
    const lift = { gainDb: quiet ? 0 : (gains[index] ?? 0), limitDbtp: group.limitDbtp };
    await writeLifted(
      { mix, to: join(parts.workFolder, file), lift, target: quiet ? undefined : group.targetLufs },
      plan,
      parts,
    );
    finished.push({ targetLufs: group.targetLufs, file });
  }
  return { finished, voice: quiet ? 'quiet' : 'voice', faults };
}

function loudnessGroups(presets: readonly DeliveryPreset[]) {
  const groups = Map.groupBy(presets, (preset) => preset.loudness.targetLufs);
  return [...groups].map(([targetLufs, members]) => ({
    targetLufs,
    limitDbtp: Math.min(...members.map(peakLimit)),
  }));
}

function peakLimit({ loudness, sound }: DeliveryPreset): number {
  return loudness.truePeakDbtp - (sound.codec === 'mp2' || sound.codec === 'aac' ? LOSSY_HEADROOM_DB : PCM_HEADROOM_DB);
}

interface WrittenMix {
  readonly loudness: MeasuredLoudness;
  readonly faults: readonly SoundFault[];
}

async function writeMix(plan: RenderPlan, to: string, parts: SoundParts): Promise<WrittenMix> {
  const heard: (HeardShot | undefined)[] = [];
  for (const shot of plan.shots) heard.push(await hear(shot, parts));
  const { bed } = parts;
  const voices = decideVoices(heard, bed !== undefined);
  const inputs: PlannedShot[] = [];
  const shots = plan.shots.map((shot, index): MixShot => {
    const sound = shot.source.sound;
    const input = sound ? { index: inputs.push(shot) - 1, streamIndex: sound.streamIndex } : undefined;
    const voice = voices[index]?.treatment;
    if (!voice) throw new Error('a shot without a decision');
    return { input, frames: shot.soundFrames, voiceFrames: shot.voiceFrames, voice };
  });
  const reads = inputs.map((shot) => shot.source.path);
  const graph = mixGraph(shots, plan.lengthFrames, bed === undefined ? undefined : inputs.length);
  const tokens = [...inputs.flatMap(soundInput), ...(bed === undefined ? [] : wavInput(bed))];
  const log = await runSound(
    { inputs: tokens, reads: bed === undefined ? reads : [...reads, bed], graph, pad: 'mix', to },
    parts,
  );
  return { loudness: parseLoudness(log), faults: [...new Set(voices.flatMap(({ faults }) => faults))] };
}

async function hear(shot: PlannedShot, parts: SoundParts): Promise<HeardShot | undefined> {
  const sound = shot.source.sound;
  if (!sound) return undefined;
  const order = { inputs: soundInput(shot), reads: [shot.source.path], graph: levelsGraph(shot), pad: 'levels' };
  return parseHeard(await runSound(order, parts), sound.channels);
}

function soundInput(shot: PlannedShot): Token[] {
  // -vn: pictures cost time and say nothing about sound.
  return guardedInput(shot.source, ['-vn', '-ss', clipSeconds(shot.fromFrame), '-t', clipSeconds(shot.voiceFrames)]);
}

function wavInput(path: string): Token[] {
  return [['-f', 'wav', '-i', `file:${path}`]];
}

interface LiftOrder {
  readonly mix: string;
  readonly to: string;
  readonly lift: Lift;
  /** undefined: leave it as it is. */
  readonly target: number | undefined;
}

async function writeLifted(order: LiftOrder, plan: RenderPlan, parts: SoundParts): Promise<void> {
  const measured = await lift(order, plan.lengthFrames, parts);
  if (order.target === undefined) return;
  const off = order.target - measured.lufs;
  if (Math.abs(off) < CLOSE_ENOUGH_LU - 1e-9) return;
  // The limiter took some loudness away with the peaks: give it back once.
  await lift({ ...order, lift: { ...order.lift, gainDb: order.lift.gainDb + off } }, plan.lengthFrames, parts);
}

async function lift(order: LiftOrder, lengthFrames: Frames, parts: SoundParts): Promise<MeasuredLoudness> {
  const inputs = wavInput(order.mix);
  const graph = liftGraph(order.lift, lengthFrames);
  return parseLoudness(await runSound({ inputs, reads: [order.mix], graph, pad: 'sound', to: order.to }, parts));
}

interface SoundRun {
  readonly inputs: readonly Token[];
  readonly reads: readonly string[];
  readonly graph: string;
  readonly pad: string;
  /** A wav of the work folder; measured only when missing. */
  readonly to?: string;
}

/** Runs one sound graph; answers its log, in which the meters report. */
async function runSound(run: SoundRun, { runner, workFolder, signal }: SoundParts): Promise<string> {
  const lines: string[] = [];
  await runner.ffmpeg({
    tokens: [
      ['-v', 'info'],
      ...run.inputs,
      ['-filter_complex', run.graph],
      ['-map', `[${run.pad}]`],
      // Floating point keeps what is louder than full scale until the limiter has seen it.
      run.to ? ['-c:a', 'pcm_f32le', '-f', 'wav', `file:${run.to}`] : ['-f', 'null', '-'],
    ],
    reads: run.reads,
    writes: workFolder,
    onLine: (line) => void lines.push(line),
    signal,
  });
  return lines.join('\n');
}
