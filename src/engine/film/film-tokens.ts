import { join } from 'node:path';
import { guardedInput, TWO_THREADS } from '../ffmpeg/film-input.ts';
import { flattenTokens, type Token } from '../ffmpeg/run-order.ts';
import type { DeliveryPreset } from './delivery-preset.ts';
import { encoderTokens } from './encoder-tokens.ts';
import { type InputIndex, pictureGraph } from './film-graph.ts';
import { type Chain, filter, formatGraph } from './filter-graph.ts';
import { clipSeconds, firstAlone, type PlannedOutput, type PlannedShot, type RenderPlan } from './plan-film.ts';

/** One of our own files as an input: options that stand before `-i`, and its name in the work folder. */
export interface WorkInput {
  readonly tokens: readonly string[];
  readonly file: string;
}

export interface FilmOutput {
  readonly tokens: readonly string[];
  /** In the work folder; published when it has been measured. */
  readonly file: string;
}

/** The master in little, against which quality control holds each file. */
export const WITNESS_FILE = 'witness.gray';

/** One FFmpeg process: decode once, filter once, encode to every output. */
export interface FilmCommand {
  /** Foreign films come first, each behind its guards. */
  readonly clips: readonly (readonly Token[])[];
  readonly inputs: readonly WorkInput[];
  readonly chains: readonly Chain[];
  /** The chains as FFmpeg reads them. */
  readonly graph: string;
  readonly outputs: readonly FilmOutput[];
}

/** The finished mix at one loudness, for every preset that asks for it. */
export interface FinishedSound {
  readonly targetLufs: number;
  readonly file: string;
}

/** The whole render of one film as one command. */
export function filmCommand(plan: RenderPlan, sounds: readonly FinishedSound[]): FilmCommand {
  return drawingCommand(plan, sounds, outputTokens);
}

/** The same for a piece of the film, each output with the tokens that make its pictures alone. */
export function pieceCommand(plan: RenderPlan, tokensOf: (output: PlannedOutput) => Token[]): FilmCommand {
  return drawingCommand(plan, [], (output, at) => [['-map', `[v${at}]`], ...tokensOf(output)]);
}

function drawingCommand(
  plan: RenderPlan,
  sounds: readonly FinishedSound[],
  tokensOf: (output: PlannedOutput, at: number) => Token[],
): FilmCommand {
  const { inputs, index } = listInputs(plan, sounds);
  const sound = soundChains(plan, sounds, plan.shots.length + inputs.length - sounds.length);
  const chains = [...pictureGraph(plan, index), ...sound];
  return {
    clips: plan.shots.map(clipInput),
    inputs,
    chains,
    graph: formatGraph(chains),
    outputs: [
      ...plan.outputs.map((output, at) => ({ tokens: flattenTokens(tokensOf(output, at)), file: output.file })),
      // Last: FFmpeg counts the first output's frames.
      { tokens: ['-map', '[witness]', '-fps_mode', 'passthrough', '-f', 'rawvideo'], file: WITNESS_FILE },
    ],
  };
}

/** The command's words behind the program, with its own files by whole paths in that folder. */
export function renderWords(command: FilmCommand, workFolder: string): string[] {
  const within = (file: string) => `file:${join(workFolder, file)}`;
  return flattenTokens([
    ...command.clips.flat(),
    ...command.inputs.map(({ tokens, file }) => [...tokens, '-i', within(file)]),
    // One film has two cores; a machine of 64 makes 32 films.
    ['-filter_complex_threads', '2', '-filter_complex', command.graph],
    ...command.outputs.map(({ tokens, file }) => [...tokens, within(file)]),
  ]);
}

function listInputs(plan: RenderPlan, sounds: readonly FinishedSound[]) {
  const inputs: WorkInput[] = [];
  const places = new Map<string, number>();
  const add = (name: string, input: WorkInput) => places.set(name, plan.shots.length + inputs.push(input) - 1);
  for (const layer of plan.layers) {
    add(`${layer.stem}-in`, pictures(`${layer.stem}-in`));
    if (layer.exitFrames > 0) add(`${layer.stem}-out`, pictures(`${layer.stem}-out`));
  }
  if (plan.endCard) add('end-card', pictures(`${plan.endCard.stem}-in`, firstAlone(plan.endCard, plan)));
  inputs.push(...sounds.map((sound) => ({ tokens: ['-f', 'wav'], file: sound.file })));
  const place = (name: string) => {
    const found = places.get(name);
    if (found === undefined) throw new Error(`no input ${name}`);
    return found;
  };
  const index: InputIndex = {
    shot: (at) => at,
    layerIn: (stem) => place(`${stem}-in`),
    layerOut: (stem) => place(`${stem}-out`),
    endCard: places.get('end-card') ?? -1,
  };
  return { inputs, index };
}

/** The used part of a shot's clip, behind its guards. */
export function clipInput(shot: PlannedShot): Token[] {
  return guardedInput(shot.source, [
    // The display matrix is read by the gate and believed only in quarter turns; we turn the picture ourselves.
    '-noautorotate',
    // As many decoders as the machine has cores would need more memory than the walls give.
    ...TWO_THREADS,
    ...['-ss', clipSeconds(shot.fromFrame)],
    // A fifth of a second more than is used: the last picture of a variable-rate clip may start late.
    ...['-t', (Number(clipSeconds((shot.leadFrames ?? 0) + shot.frames)) + 0.2).toFixed(2)],
  ]);
}

function pictures(stem: string, first = 0): WorkInput {
  return { tokens: ['-f', 'image2', '-framerate', '25', '-start_number', String(first)], file: `${stem}-%03d.qoi` };
}

/** Each finished mix, split to the outputs at its loudness: pads `a<output>`, or `a<output>l` and `a<output>r`. */
function soundChains(plan: RenderPlan, sounds: readonly FinishedSound[], firstInput: number): Chain[] {
  return sounds.flatMap((sound, index) => {
    const users = plan.outputs.flatMap(({ preset }, at) =>
      preset.loudness.targetLufs === sound.targetLufs ? [{ preset, at }] : [],
    );
    const split: Chain = {
      from: [`${firstInput + index}:a`],
      filters: [filter('asplit', { outputs: users.length })],
      to: users.map(({ at }) => `mix${at}`),
    };
    return [split, ...users.map(({ preset, at }) => outputSound(preset, at))];
  });
}

/** A stereo mix (pad `mix<at>`) as a preset's own streams. */
export function outputSound({ sound }: DeliveryPreset, at: number): Chain {
  if (sound.layout === 'two-mono') {
    const split = filter('channelsplit', { channel_layout: 'stereo' });
    return { from: [`mix${at}`], filters: [split], to: [`a${at}l`, `a${at}r`] };
  }
  if (sound.layout === 'four-in-one') {
    // The third and fourth channel stay silent.
    return { from: [`mix${at}`], filters: [filter('pan', { args: '4.0|c0=c0|c1=c1' })], to: [`a${at}`] };
  }
  // Layer II's encoder starts 481 samples early: as many of silence behind, and sound ends 0–24 ms after the picture at
  // every length (measured 50–750 frames; a whole frame of 1,152 ended 30 ms late at 5, 20 and 35 s).
  const end = sound.codec === 'mp2' ? filter('apad', { pad_len: 481 }) : filter('anull');
  return { from: [`mix${at}`], filters: [end], to: [`a${at}`] };
}

/** The pads that outputSound leaves. */
export function soundPads({ sound }: DeliveryPreset, at: number): string[] {
  return sound.layout === 'two-mono' ? [`a${at}l`, `a${at}r`] : [`a${at}`];
}

function outputTokens({ preset }: PlannedOutput, at: number): Token[] {
  const sounds = soundPads(preset, at).map((pad) => ['-map', `[${pad}]`]);
  return [['-map', `[v${at}]`], ...sounds, ...encoderTokens(preset)];
}
