import { basename, join } from 'node:path';
import { gateFilm } from '../../src/engine/ffmpeg/gate.ts';
import { createMedia } from '../../src/engine/ffmpeg/media.ts';
import { describeSource } from '../../src/engine/film/describe-source.ts';
import { studyClip } from '../../src/engine/film/study-clip.ts';
import { openSenses } from '../../src/engine/senses/open-senses.ts';
import { type Cost, countedRunner } from './counted-runner.ts';

const root = join(import.meta.dirname, '../..');

/** CPU of hearing and looking at a clip, per second of it; the gate is not counted. `[CLIP…]`, default: the demo's. */
export async function run(clips: readonly string[]): Promise<void> {
  const media = await createMedia({
    ffmpegPath: process.env['FFMPEG_PATH'],
    ffprobePath: process.env['FFPROBE_PATH'],
    searchPath: (process.env['PATH'] ?? '').split(':'),
    projectRoot: root,
    sandbox: 'auto',
  });
  console.log('| clip | seconds | FFmpeg CPU s/s | nets CPU s/s | together | faces | sentences’ runs |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  for (const path of clips.length > 0 ? clips : [join(root, 'presets/demo/clips/awas-sunita.mp4')]) {
    const { facts } = await gateFilm(media.runner, path, 'clip');
    if (!facts?.picture) throw new Error(`${path} does not pass the gate`);
    const source = await describeSource(media.runner, { path, sha256: path, facts });
    const cost: Cost = { cpuSeconds: 0, peakMb: 0 };
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
    console.log(`| ${basename(path)} | ${seconds.toFixed(1)} | ${numbers} | ${faces} | ${speech.length} |`);
  }
}
