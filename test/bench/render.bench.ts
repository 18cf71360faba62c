import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gateFilm } from '../../src/engine/ffmpeg/gate.ts';
import { createMedia, type Media } from '../../src/engine/ffmpeg/media.ts';
import type { Token } from '../../src/engine/ffmpeg/run-order.ts';
import { readDeliveryPresets } from '../../src/engine/film/delivery-preset.ts';
import { describeSource } from '../../src/engine/film/describe-source.ts';
import { drawFilm } from '../../src/engine/film/draw-film.ts';
import type { FilmOrder } from '../../src/engine/film/film-order.ts';
import { filmCommand } from '../../src/engine/film/film-tokens.ts';
import { finishSound } from '../../src/engine/film/finish-sound.ts';
import { makeFilm } from '../../src/engine/film/make-film.ts';
import { planFilm, type RenderPlan } from '../../src/engine/film/plan-film.ts';
import { renderFilm } from '../../src/engine/film/render-film.ts';
import { writeLayers } from '../../src/engine/film/write-layers.ts';
import { frames } from '../../src/kernel/frames.ts';
import { type Cost, countedRunner } from './counted-runner.ts';

const root = join(import.meta.dirname, '../..');
const PRESETS = ['sd-mpeg2', 'xdcam-hd422', 'h264-ts', 'web'];

/**
 * CPU of a film in four presets against its floor: the same encoders alone, each on ready raw frames of the same film,
 * and the decoding of the used part. `[SECONDS]`, default 30; a clip may follow.
 */
export async function run([seconds = '30', clip]: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'prerna-bench-'));
  try {
    const media = await createMedia({
      ffmpegPath: process.env['FFMPEG_PATH'],
      ffprobePath: process.env['FFPROBE_PATH'],
      searchPath: (process.env['PATH'] ?? '').split(':'),
      projectRoot: root,
      sandbox: 'auto',
    });
    const order = await orderFilm(media, clip ?? drawClip(folder, Number(seconds)), Number(seconds));
    print(seconds, media.tools.version.text, await measure(media, order, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A grainy moving picture with a pulsing tone: what costs an encoder as much as a phone's clip does. */
function drawClip(folder: string, seconds: number): string {
  const path = join(folder, 'clip.mp4');
  const picture = `testsrc2=s=1920x1080:r=30:d=${seconds + 1},boxblur=4,noise=alls=8:allf=t`;
  const words = ['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', `sine=d=${seconds + 1}:r=48000`];
  const encoder = ['-c:v', 'libx264', '-preset', 'veryfast', '-b:v', '16M', '-pix_fmt', 'yuv420p', '-c:a', 'aac'];
  const done = spawnSync('ffmpeg', ['-nostdin', '-y', '-v', 'error', ...words, ...encoder, path], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
  return path;
}

async function orderFilm(media: Media, path: string, seconds: number): Promise<FilmOrder> {
  const { facts, refusal } = await gateFilm(media.runner, path, 'clip');
  if (!facts || refusal) throw new Error(refusal?.tech ?? 'no facts');
  const source = await describeSource(media.runner, { path, sha256: path, facts });
  const all = await readDeliveryPresets(join(root, 'presets/delivery'));
  const lengthFrames = frames(seconds * 25);
  const endCardFrom = frames(lengthFrames - 75);
  const cue = (start: number) => ({ startFrame: frames(start), endFrame: frames(start + 75), lines: ['यह एक कैप्शन है'] });
  return {
    shots: [{ source, fromFrame: frames(0), toFrame: endCardFrom }],
    lengthFrames,
    endCardFrom,
    texts: { name: 'सुनीता बाई', place: ['उज्जैन'] },
    scheme: { names: ['प्रधानमंत्री आवास योजना'], colour: '#1565C0' },
    department: 'जनसम्पर्क विभाग',
    look: 'sober',
    markCorner: 'left',
    cues: Array.from({ length: Math.floor(endCardFrom / 80) }, (_, index) => cue(index * 80)),
    language: 'hi',
    presets: PRESETS.flatMap((name) => all.get(name) ?? []),
  };
}

interface Row {
  readonly name: string;
  readonly cost: Cost;
}

async function measure(media: Media, order: FilmOrder, folder: string): Promise<Row[]> {
  const workFolder = join(folder, 'work');
  mkdirSync(workFolder);
  const looksFolder = join(root, 'watermarks');
  const drawn = await drawFilm(order, { looksFolder, textFolder: workFolder });
  const plan = planFilm({ ...order, ...drawn });
  await writeLayers(drawn.graphics, workFolder);
  const sound = await finishSound(plan, { runner: media.runner, workFolder });
  const count = async (name: string, work: (runner: Media['runner']) => Promise<unknown>): Promise<Row> => {
    const cost: Cost = { cpuSeconds: 0, peakMb: 0 };
    await work(countedRunner(media.runner, cost));
    return { name, cost };
  };
  await dumpRaw(media, plan, sound.finished, workFolder);
  const rows: Row[] = [];
  for (const [index, { preset }] of plan.outputs.entries())
    rows.push(await count(`encoder ${preset.name}`, (runner) => encodeRaw(runner, plan, { index, workFolder })));
  rows.push(await count('decoding', (runner) => decodeUsed(runner, plan)));
  const render = { workFolder: join(folder, 'work') };
  rows.push(await count('one process', (runner) => renderFilm(plan, sound.finished, { runner, ...render })));
  const outFolder = join(folder, 'out');
  rows.push(await count('whole make', (runner) => makeFilm(order, { runner, looksFolder, outFolder })));
  return rows;
}

type Finished = Parameters<typeof filmCommand>[1];

/** The film's own frames as each encoder gets them. */
async function dumpRaw(media: Media, plan: RenderPlan, sounds: Finished, workFolder: string): Promise<void> {
  const command = filmCommand(plan, sounds);
  const pictures = command.graph.split(';\n').filter((chain) => !/\[mix\d+\]/.test(chain));
  const within = (file: string) => `file:${join(workFolder, file)}`;
  await media.runner.ffmpeg({
    tokens: [
      ...command.clips.flat(),
      ...command.inputs.map(({ tokens, file }) => [...tokens, '-i', within(file)]),
      ['-filter_complex', pictures.join(';\n')],
      ...plan.outputs.map((_, index): Token => ['-map', `[v${index}]`, '-f', 'rawvideo', within(`raw-${index}.yuv`)]),
    ],
    reads: [workFolder, ...plan.shots.map((shot) => shot.source.path)],
    writes: workFolder,
  });
}

async function encodeRaw(
  runner: Media['runner'],
  plan: RenderPlan,
  { index, workFolder }: { readonly index: number; readonly workFolder: string },
): Promise<void> {
  const output = plan.outputs[index];
  if (!output) throw new Error('no such output');
  const { picture } = output.preset;
  const { width, height } = picture.raster;
  const whole = filmCommand(plan, []).outputs[index]?.tokens ?? [];
  const encoder = whole.slice(whole.indexOf('-c:v'));
  const field = picture.scan === 'progressive' ? 'prog' : 'tff';
  await runner.ffmpeg({
    tokens: [
      ['-f', 'rawvideo', '-s', `${width}x${height}`, '-pix_fmt', `yuv${picture.chroma}p`, '-r', '25'],
      [
        '-i',
        `file:${join(workFolder, `raw-${index}.yuv`)}`,
        '-f',
        'wav',
        '-i',
        `file:${join(workFolder, 'sound-0.wav')}`,
      ],
      ['-vf', `setsar=${picture.pixelAspect.num}/${picture.pixelAspect.den},setfield=${field}`],
      ['-map', '0:v', '-map', '1:a'],
      [...encoder, `file:${join(workFolder, `floor-${index}`)}`],
    ],
    reads: [workFolder],
    writes: workFolder,
  });
}

async function decodeUsed(runner: Media['runner'], plan: RenderPlan): Promise<void> {
  const { clips } = filmCommand(plan, []);
  await runner.ffmpeg({
    tokens: [...clips.flat(), ['-map', '0:v:0', '-f', 'null', '-']],
    reads: plan.shots.map((shot) => shot.source.path),
  });
}

function print(seconds: string, version: string, rows: readonly Row[]): void {
  const floor = rows
    .filter(({ name }) => name.startsWith('encoder') || name === 'decoding')
    .reduce((sum, { cost }) => sum + cost.cpuSeconds, 0);
  const line = (name: string, cpu: number, peakMb: number | undefined) =>
    `| ${name} | ${cpu.toFixed(1)} | ${(cpu / floor).toFixed(2)} | ${peakMb === undefined ? '' : peakMb.toFixed(0)} |`;
  console.log(`${seconds} s spot, ${PRESETS.join(' + ')}, FFmpeg ${version}\n`);
  console.log('| case | CPU s | × floor | peak MB |\n| --- | --- | --- | --- |');
  for (const { name, cost } of rows.slice(0, -2)) console.log(line(name, cost.cpuSeconds, cost.peakMb));
  console.log(line('**floor** (encoders + decoding)', floor, undefined));
  for (const { name, cost } of rows.slice(-2)) console.log(line(`**${name}**`, cost.cpuSeconds, cost.peakMb));
}
