import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Media } from '../../../src/engine/ffmpeg/media.ts';
import type { Shot, ShotSource } from '../../../src/engine/film/film-order.ts';
import { type FilmSound, finishSound } from '../../../src/engine/film/finish-sound.ts';
import { planFilm } from '../../../src/engine/film/plan-film.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { clip, layers, presetsNamed, shot } from '../../unit/film/films.ts';
import { makeFilm as ffmpeg, filmFolder, openMedia } from '../lavfi.ts';
import { heard } from './looking.ts';

const { folder, remove } = filmFolder('sound');
const presets = await presetsNamed('web', 'xdcam-hd422-india');
let media: Media;

beforeAll(async () => {
  media = await openMedia();
});
afterAll(remove);

interface Finished {
  readonly sound: FilmSound;
  readonly mix: string;
  file(index: number): string;
}

/** A film of six seconds with nothing but these shots. */
async function finishShots(name: string, shots: readonly Shot[], bed?: string): Promise<Finished> {
  const workFolder = join(folder, name);
  mkdirSync(workFolder);
  const graphics = { ...layers, layers: [] };
  const plan = planFilm({ lengthFrames: frames(150), shots, graphics, captions: undefined, presets });
  const sound = await finishSound(plan, { runner: media.runner, workFolder, bed });
  return {
    sound,
    mix: join(workFolder, 'mix.wav'),
    file: (index) => join(workFolder, sound.finished[index]?.file ?? ''),
  };
}

/** A clip of six seconds whose sound is this expression, one channel after another. */
function sounding(name: string, expression: string, { rate = 48_000, filters = 'anull', late = 0 } = {}): ShotSource {
  const path = ffmpeg(join(folder, `${name}.mkv`), [
    ...['-f', 'lavfi', '-i', 'color=s=16x16:r=25:d=6', '-itsoffset', String(late)],
    ...['-f', 'lavfi', '-i', `aevalsrc='${expression}':s=${rate}:d=${6 - late}`],
    ...['-af', filters, '-c:v', 'ffv1', '-c:a', 'pcm_f32le'],
  ]);
  return clip({ path, demuxer: 'matroska', sound: { streamIndex: 1, channels: expression.split('|').length } });
}

const finish = (name: string, expression: string, how = {}) =>
  finishShots(name, [shot(sounding(name, expression, how), 0, 150)]);

/** Samples of the left side at 8 kHz, −1 to 1, read by plain ffmpeg. */
function samples(path: string): Float32Array {
  const words = ['-v', 'error', '-i', path, '-af', 'pan=mono|c0=c0', '-ar', '8000', '-f', 'f32le', '-'];
  const { stdout } = spawnSync('ffmpeg', words, { maxBuffer: 2 ** 26 });
  return new Float32Array(stdout.buffer, stdout.byteOffset, stdout.length / 4);
}

const onset = (path: string) => samples(path).findIndex((sample) => Math.abs(sample) > 0.02) / 8000;

const syllables = '(0.5+0.5*sin(2*PI*4*t))';
const voice = `0.1*sin(1500*t)*${syllables}`;

describe('the finished sound', () => {
  it.each([
    ['faint', `0.03*sin(2800*t)*${syllables}|0.03*sin(2800*t)*${syllables}`, []],
    ['clicks', `0.02*sin(900*t)+gte(mod(t,0.5),0.49)*0.9*sin(9000*t)|0.02*sin(900*t)`, []],
    ['one-sided', `0|${voice}`, ['one-sided']],
    ['inverted', `${voice}|-1*${voice}`, ['out-of-phase']],
    ['clipped', `max(-1,min(1,3*sin(2000*t)*${syllables}))|max(-1,min(1,3*sin(2000*t)*${syllables}))`, ['clipped']],
  ])('of a %s recording is within 0.1 LU of each target, its peaks held', async (name, expression, faults) => {
    const { sound, file } = await finish(name, expression);
    expect(sound.voice).toBe('voice');
    // A steady tone may pass for noise, too.
    expect(sound.faults).toEqual(expect.arrayContaining(faults));
    for (const [index, { targetLufs }] of sound.finished.entries()) {
      const { lufs, truePeakDbtp } = heard(file(index));
      expect(Math.abs(lufs - targetLufs)).toBeLessThanOrEqual(0.1 + 1e-9);
      expect(truePeakDbtp).toBeLessThanOrEqual(-1);
    }
  });

  it('of a telephone’s 8 kHz and of six channels is as loud as any', async () => {
    const phone = await finish('phone', voice, { rate: 8000 });
    const six = await finish('six', ['0', '0', voice, '0', '0', '0'].join('|'));
    expect(six.sound.faults).toContain('surround');
    expect(phone.sound.faults).toContain('narrow');
    for (const { file } of [phone, six]) expect(Math.abs(heard(file(0)).lufs + 23)).toBeLessThanOrEqual(0.1 + 1e-9);
  });

  it('of room tone is left as it is, and an empty track is named', async () => {
    const { sound, file } = await finish('room', '0.001*(random(0)-0.5)|0.001*(random(1)-0.5)');
    expect(sound.voice).toBe('quiet');
    expect(heard(file(0)).lufs).toBeLessThan(-60);
    expect((await finish('empty', '0|0')).sound).toMatchObject({ voice: 'quiet', faults: ['silent'] });
  });

  it('of a voice that holds hiss and consonants is not called a telephone’s', async () => {
    const full = `${voice}+0.01*(random(0)-0.5)*${syllables}`;
    expect((await finish('full', full)).sound.faults).not.toContain('narrow');
  });

  it('of two clips joined in mid-swing makes no jump', async () => {
    // Each of them stands at its crest where it is cut.
    const tone = sounding('crest', '0.3*cos(2*PI*200*t)|0.3*cos(2*PI*200*t)');
    const { file } = await finishShots('splice', [shot(tone, 0, 75), shot(tone, 25, 100)]);
    const all = samples(file(0));
    const steps = all.map((sample, index) => Math.abs(sample - (all[index - 1] ?? sample)));
    const widest = (from: number, to: number) => steps.subarray(from, to).reduce((a, b) => Math.max(a, b), 0);
    expect(widest(23_000, 25_000)).toBeLessThanOrEqual(widest(8000, 16_000) * 1.02);
  });

  it('begins when the clip’s sound begins, also where that is late', async () => {
    const { file } = await finish('late', `${voice}|${voice}`, { late: 1.5 });
    expect(Math.abs(onset(file(0)) - 1.5)).toBeLessThan(0.1);
  });

  it('follows a clock that runs a fiftieth slow against the picture’s, without holes', async () => {
    const tone = sounding('drift', '0.3*sin(2*PI*200*t)|0.3*sin(2*PI*200*t)', { filters: 'asetpts=PTS*1.02' });
    const { file } = await finishShots('drifting', [shot(tone, 0, 150)]);
    const all = samples(file(0));
    const loudest = (from: number) => all.subarray(from, from + 80).reduce((a, b) => Math.max(a, b), 0);
    const windows = Array.from({ length: 560 }, (_, index) => loudest(800 + index * 80));
    expect(Math.min(...windows)).toBeGreaterThan(0.9 * Math.max(...windows));
  });

  it('of a loud and a faint clip joined has no step in it', async () => {
    const loud = sounding('loud', `5*${voice}|5*${voice}`);
    const faint = sounding('soft', `0.2*${voice}|0.2*${voice}`);
    const { file } = await finishShots('joined', [shot(loud, 0, 75), shot(faint, 0, 75)]);
    const all = samples(file(0));
    const rmsDb = (from: number, to: number) =>
      10 * Math.log10(all.subarray(from, to).reduce((sum, sample) => sum + sample ** 2, 0) / (to - from));
    expect(Math.abs(rmsDb(4000, 20_000) - rmsDb(28_000, 44_000))).toBeLessThan(1);
  });
});
