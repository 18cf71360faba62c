import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MediaRunner, Token } from '../../src/engine/ffmpeg/run-order.ts';
import { type FinishedSound, filmCommand } from '../../src/engine/film/film-tokens.ts';
import { type PlanInput, type PlannedOutput, planFilm, type RenderPlan } from '../../src/engine/film/plan-film.ts';
import { renderFilm } from '../../src/engine/film/render-film.ts';
import { checkFilm } from '../../src/engine/qc/check-film.ts';

/** A drawn film, ready to be encoded in whatever way is measured. */
export interface BenchFilm {
  readonly input: PlanInput;
  readonly plan: RenderPlan;
  readonly sounds: readonly FinishedSound[];
  readonly workFolder: string;
  /** What the floor reads and writes, apart from the film's own. */
  readonly floorFolder: string;
}

const within = ({ workFolder }: BenchFilm, file: string) => `file:${join(workFolder, file)}`;
const ofFloor = ({ floorFolder }: BenchFilm, file: string) => `file:${join(floorFolder, file)}`;
const clipPaths = ({ plan }: BenchFilm) => plan.shots.map((shot) => shot.source.path);

/** The film's own sound and frames as each encoder gets them, for the floor: `raw-<output>.yuv`. */
export async function dumpRaw(runner: MediaRunner, film: BenchFilm): Promise<void> {
  const { plan, sounds, workFolder, floorFolder } = film;
  for (const { file } of sounds) copyFileSync(join(workFolder, file), join(floorFolder, file));
  const command = filmCommand(plan, sounds);
  const pictures = command.graph.split(';\n').filter((chain) => !/\[mix\d+\]/.test(chain));
  await runner.ffmpeg({
    tokens: [
      ...command.clips.flat(),
      ...command.inputs.map(({ tokens, file }) => [...tokens, '-i', within(film, file)]),
      ['-filter_complex', pictures.join(';\n')],
      ...plan.outputs.map(
        (_, index): Token => ['-map', `[v${index}]`, '-f', 'rawvideo', ofFloor(film, `raw-${index}.yuv`)],
      ),
      ['-map', '[witness]', '-f', 'null', '-'],
    ],
    reads: [workFolder, ...clipPaths(film)],
    writes: floorFolder,
  });
}

function rawInput(film: BenchFilm, index: number): Token[] {
  const { picture } = outputOf(film, index).preset;
  const { width, height } = picture.raster;
  return [
    ['-f', 'rawvideo', '-s', `${width}x${height}`, '-pix_fmt', `yuv${picture.chroma}p`, '-r', '25'],
    ['-i', ofFloor(film, `raw-${index}.yuv`)],
  ];
}

function outputOf({ plan }: BenchFilm, index: number): PlannedOutput {
  const output = plan.outputs[index];
  if (!output) throw new Error('no such output');
  return output;
}

/** One encoder alone on ready frames: a part of the floor. */
export async function encodeRaw(runner: MediaRunner, film: BenchFilm, index: number): Promise<void> {
  const { picture, loudness } = outputOf(film, index).preset;
  const whole = filmCommand(film.plan, []).outputs[index]?.tokens ?? [];
  const field = picture.scan === 'progressive' ? 'prog' : 'tff';
  const sound = film.sounds.find((one) => one.targetLufs === loudness.targetLufs)?.file ?? '';
  await runner.ffmpeg({
    tokens: [
      ...rawInput(film, index),
      ['-f', 'wav', '-i', ofFloor(film, sound)],
      ['-vf', `setsar=${picture.pixelAspect.num}/${picture.pixelAspect.den},setfield=${field}`],
      ['-map', '0:v', '-map', '1:a'],
      [...whole.slice(whole.indexOf('-c:v')), ofFloor(film, `floor-${index}`)],
    ],
    reads: [film.floorFolder],
    writes: film.floorFolder,
  });
}

/** Decoding of the used parts alone: the other part of the floor. Nothing is written; the name tells whose program it is. */
export async function decodeUsed(runner: MediaRunner, film: BenchFilm): Promise<void> {
  await runner.ffmpeg({
    tokens: [...filmCommand(film.plan, []).clips.flat(), ['-map', '0:v:0', '-f', 'null', ofFloor(film, 'decoded')]],
    reads: clipPaths(film),
  });
}

/** What we do: one process for all outputs. */
export function oneProcess(runner: MediaRunner, { plan, sounds, workFolder }: BenchFilm): Promise<void> {
  return renderFilm(plan, sounds, { runner, workFolder });
}

/** Our graph, but a process for each output. */
export async function manyProcesses(runner: MediaRunner, { input, sounds, workFolder }: BenchFilm): Promise<void> {
  for (const preset of input.presets)
    await renderFilm(planFilm({ ...input, presets: [preset] }), sounds, { runner, workFolder });
}

/** SSIM of luma of a made output against the frames that its encoder was given. */
export async function lumaSsim(runner: MediaRunner, film: BenchFilm, index: number): Promise<number> {
  let ssim = Number.NaN;
  await runner.ffmpeg({
    tokens: [
      ['-v', 'info'],
      ['-i', within(film, outputOf(film, index).file)],
      ...rawInput(film, index),
      ['-filter_complex', '[0:v]settb=1/25,setpts=N[a];[1:v]settb=1/25,setpts=N[b];[a][b]ssim[s]'],
      ['-map', '[s]', '-f', 'null', '-'],
    ],
    reads: [film.workFolder, film.floorFolder],
    onLine: (line) => {
      const said = /SSIM Y:([\d.]+)/.exec(line);
      if (said) ssim = Number(said[1]);
    },
  });
  return ssim;
}

/** Pictures that an output really holds. */
export async function countFrames(runner: MediaRunner, film: BenchFilm, index: number): Promise<number> {
  let frames = 0;
  await runner.ffmpeg({
    tokens: [
      ['-i', within(film, outputOf(film, index).file)],
      ['-map', '0:v:0', '-fps_mode', 'passthrough', '-f', 'null', '-'],
    ],
    reads: [film.workFolder],
    onProgress: (progress) => {
      frames = progress.frame;
    },
  });
  return frames;
}

/** The rate of bits as quality control measured it, and whether a decoder's buffer holds it. */
export async function judgeBits(runner: MediaRunner, film: BenchFilm, index: number): Promise<string> {
  const { file, preset } = outputOf(film, index);
  const path = join(film.workFolder, file);
  const { report } = await checkFilm(runner, { path, preset, expected: { sound: 'voice' } });
  const bits = report.checks.find(({ id }) => id === 'bitrate');
  return bits ? `${bits.measured}: ${bits.passed ? 'held' : 'NOT HELD'}` : 'not measured';
}
