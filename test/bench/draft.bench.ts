import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gateFilm } from '../../src/engine/ffmpeg/gate.ts';
import { createMedia, type Media } from '../../src/engine/ffmpeg/media.ts';
import { makePoster } from '../../src/engine/ffmpeg/poster.ts';
import { makeProxy } from '../../src/engine/ffmpeg/proxy.ts';
import { makeWaveform } from '../../src/engine/ffmpeg/waveform.ts';
import { describeSource } from '../../src/engine/film/describe-source.ts';
import { studyClip } from '../../src/engine/film/study-clip.ts';
import { openSenses } from '../../src/engine/senses/open-senses.ts';
import { type Cost, countedRunner } from './counted-runner.ts';

const root = join(import.meta.dirname, '../..');

/**
 * What an uploaded clip costs before its preview can be watched (the gate; proxy, poster and waveform), and CPU of hearing and
 * looking at it for a draft, per second of the clip. `[CLIP…]`, default: the demo's.
 */
export async function run(clips: readonly string[]): Promise<void> {
  const media = await createMedia({
    ffmpegPath: process.env['FFMPEG_PATH'],
    ffprobePath: process.env['FFPROBE_PATH'],
    searchPath: (process.env['PATH'] ?? '').split(':'),
    projectRoot: root,
    sandbox: 'auto',
  });
  const paths = clips.length > 0 ? clips : [join(root, 'presets/demo/clips/awas-sunita.mp4')];
  console.log('| preview of | seconds | gate CPU s/s | proxy, poster, waveform CPU s/s | ready after |');
  console.log('| --- | --- | --- | --- | --- |');
  for (const path of paths) console.log(await previewRow(media, path));
  console.log('\n| draft of | seconds | FFmpeg CPU s/s | nets CPU s/s | together | faces | sentences’ runs |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  for (const path of paths) console.log(await draftRow(media, path));
}

const noCost = (): Cost => ({ cpuSeconds: 0, peakMb: 0 });

async function previewRow(media: Media, path: string): Promise<string> {
  const [gate, copies] = [noCost(), noCost()];
  const folder = mkdtempSync(join(tmpdir(), 'prerna-preview-'));
  const start = performance.now();
  const { facts } = await gateFilm(countedRunner(media.runner, gate), path, 'clip');
  if (!facts?.picture) throw new Error(`${path} does not pass the gate`);
  const counted = { ...media, runner: countedRunner(media.runner, copies) };
  await makePoster(counted, { path, facts, out: join(folder, 'poster.jpg') });
  await makeProxy(counted, { path, facts, out: join(folder, 'proxy.mp4') });
  if (facts.sound) await makeWaveform(counted, { path, facts });
  const took = (performance.now() - start) / 1000;
  rmSync(folder, { recursive: true });
  const seconds = facts.durationSeconds;
  const [checking, copying] = [gate, copies].map(({ cpuSeconds }) => (cpuSeconds / seconds).toFixed(2));
  return `| ${basename(path)} | ${seconds.toFixed(1)} | ${checking} | ${copying} | ${took.toFixed(1)} s |`;
}

async function draftRow(media: Media, path: string): Promise<string> {
  const { facts } = await gateFilm(media.runner, path, 'clip');
  if (!facts?.picture) throw new Error(`${path} does not pass the gate`);
  const source = await describeSource(media.runner, { path, sha256: path, facts });
  const cost = noCost();
  const before = process.cpuUsage();
  const senses = await openSenses(join(root, 'presets/models'));
  const parts = { runner: countedRunner(media.runner, cost), senses };
  const { sight, speech } = await studyClip({ ...source, fps: facts.picture.fps }, parts);
  await senses.close();
  const { user, system } = process.cpuUsage(before);
  const seconds = facts.durationSeconds;
  const [programs, nets] = [cost.cpuSeconds / seconds, (user + system) / 1e6 / seconds];
  const faces = `${sight.looks.filter(({ face }) => face).length}/${sight.looks.length}`;
  const numbers = [programs, nets, programs + nets].map((value) => value.toFixed(2)).join(' | ');
  return `| ${basename(path)} | ${seconds.toFixed(1)} | ${numbers} | ${faces} | ${speech.length} |`;
}
