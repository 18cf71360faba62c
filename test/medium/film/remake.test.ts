import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gateFilm } from '../../../src/engine/ffmpeg/gate.ts';
import type { Media } from '../../../src/engine/ffmpeg/media.ts';
import { describeSource } from '../../../src/engine/film/describe-source.ts';
import type { FilmOrder } from '../../../src/engine/film/film-order.ts';
import { type MadeFilm, makeFilm } from '../../../src/engine/film/make-film.ts';
import type { FormerFile } from '../../../src/engine/film/segments/choose-pieces.ts';
import { readLook } from '../../../src/engine/graphics/look.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { presetsNamed, shot } from '../../unit/film/films.ts';
import { makeFilm as ffmpeg, filmFolder, openMedia, projectRoot } from '../lavfi.ts';

// One of each wrapper: program stream, transport stream, MXF of long and of single-picture groups, MP4.
const PRESETS = ['sd-mpeg2', 'h264-ts-sd', 'xdcam-hd422', 'imx50', 'whatsapp'];
// Some are made whole, too, one on each canvas at least: that a piece has the very pictures is seen without encoders (pieces.test.ts).
const DIRECT = ['sd-mpeg2', 'imx50', 'whatsapp'];
const { folder, remove } = filmFolder('remake');
const at = (name: string) => join(folder, name);
let media: Media;
let first: MadeFilm;
let corrected: MadeFilm;
let direct: MadeFilm;

const cue = (from: number, to: number, line: string) => ({
  ...{ startFrame: frames(from), endFrame: frames(to) },
  lines: [line],
});

function make(order: FilmOrder, name: string, formers?: ReadonlyMap<string, FormerFile>): Promise<MadeFilm> {
  return makeFilm(order, { runner: media.runner, outFolder: at(name), formers });
}

function formersOf({ files }: MadeFilm): Map<string, FormerFile> {
  return new Map(files.map(({ preset, path, madeOf }) => [preset, { path, madeOf }]));
}

beforeAll(async () => {
  media = await openMedia();
  // 30 a second with a counter: a picture of another phase is another picture.
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=s=640x360:r=30:d=7'];
  const tone = ['-f', 'lavfi', '-i', 'aevalsrc=0.2*sin(2*PI*300*t)*(0.6+0.4*sin(2*PI*3*t)):s=48000:d=7'];
  const path = ffmpeg(at('clip.mp4'), [...picture, ...tone, '-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac']);
  const { facts } = await gateFilm(media.runner, path, 'clip');
  if (!facts) throw new Error('no facts');
  const source = await describeSource(media.runner, { path, sha256: 'a'.repeat(64), facts });
  const order: FilmOrder = {
    shots: [shot(source, 13, 138)],
    lengthFrames: frames(175),
    endCardFrom: frames(125),
    texts: { name: 'सुनीता बाई', place: ['उज्जैन'] },
    scheme: { names: ['लाड़ली बहना योजना'], colour: '#D81B60', helpline: '181' },
    department: 'जनसम्पर्क विभाग',
    look: await readLook(join(projectRoot, 'watermarks/sober')),
    markCorner: 'left',
    language: 'hi',
    cues: [cue(20, 50, 'पहले छत टपकती थी'), cue(104, 124, 'अब पक्का घर है')],
    presets: await presetsNamed(...PRESETS),
  };
  const right: FilmOrder = {
    ...order,
    cues: [cue(20, 50, 'पहले छत टपकती थी'), cue(104, 124, 'अब अपना पक्का घर है')],
  };
  first = await make(order, 'first');
  corrected = await make(right, 'corrected', formersOf(first));
  direct = await make({ ...right, presets: await presetsNamed(...DIRECT) }, 'direct');
});
afterAll(remove);

function fileOf({ files }: MadeFilm, preset: string) {
  const file = files.find((one) => one.preset === preset);
  if (!file) throw new Error(`no ${preset}`);
  return file;
}

function ffprobe(path: string, words: readonly string[]): string[] {
  const done = spawnSync('ffprobe', ['-v', 'error', ...words, '-of', 'csv=p=0', path], { encoding: 'utf8' });
  return done.stdout.split('\n').filter(Boolean);
}

function pictureHashes(path: string): string[] {
  const words = ['-nostdin', '-v', 'error', '-i', path, '-map', '0:v:0', '-f', 'framemd5', '-'];
  const { stdout } = spawnSync('ffmpeg', words, { encoding: 'utf8' });
  return stdout
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(',').at(-1)?.trim() ?? '');
}

/** SSIM of luma, picture by picture. */
function ssim(path: string, other: string): number[] {
  const words = [
    '-nostdin',
    '-v',
    'info',
    '-i',
    path,
    '-i',
    other,
    '-lavfi',
    '[0:v:0]settb=1/25,setpts=N[a];[1:v:0]settb=1/25,setpts=N[b];[a][b]ssim=f=-',
    '-f',
    'null',
    '-',
  ];
  const { stdout } = spawnSync('ffmpeg', words, { encoding: 'utf8' });
  return [...stdout.matchAll(/Y:([\d.]+)/g)].map(([, value]) => Number(value));
}

describe('a word corrected in a film of five files', () => {
  const expected = {
    'sd-mpeg2': [96, 132],
    'h264-ts-sd': [100, 125],
    'xdcam-hd422': [96, 132],
    imx50: [104, 124],
  } as const;

  it('makes only the groups that the caption stands in, and says so', () => {
    expect(corrected.whole).toEqual([]);
    const made = corrected.files.map(({ preset, remade }) => [
      preset,
      remade?.map((range) => [range.fromFrame, range.toFrame]),
    ]);
    expect(Object.fromEntries(made)).toMatchObject(
      Object.fromEntries(Object.entries(expected).map(([name, range]) => [name, [range]])),
    );
  });

  it.each(PRESETS)('passes quality control as %s, with the witness of a film made whole', (preset) => {
    const { qc, frames: count, madeOf } = fileOf(corrected, preset);
    expect(qc.checks.filter(({ passed }) => passed !== true)).toEqual([]);
    expect(count).toBe(175);
    // IMX is drawn on the canvas of old sets.
    const whole = fileOf(direct, preset === 'imx50' ? 'imx50' : 'sd-mpeg2').madeOf;
    expect(madeOf.witness).toBe(whole.witness);
    expect(madeOf.pictures).toEqual(whole.pictures);
  });

  it.each(PRESETS)('keeps every other picture of %s bit for bit', (preset) => {
    const [{ fromFrame, toFrame } = { fromFrame: 0, toFrame: 0 }] = fileOf(corrected, preset).remade ?? [];
    const [before, after] = [first, corrected].map((film) => pictureHashes(fileOf(film, preset).path));
    const changed = before?.flatMap((hash, frame) => (hash === after?.[frame] ? [] : [frame])) ?? [];
    expect(before).toHaveLength(175);
    expect(changed.length).toBeGreaterThanOrEqual(20);
    expect(changed.every((frame) => frame >= fromFrame && frame < toFrame)).toBe(true);
  });

  it.each(DIRECT)('shows in between what a whole render shows: %s', (preset) => {
    const [{ fromFrame, toFrame } = { fromFrame: 0, toFrame: 0 }] = fileOf(corrected, preset).remade ?? [];
    const alike = ssim(fileOf(corrected, preset).path, fileOf(direct, preset).path);
    expect(alike).toHaveLength(175);
    expect(Math.min(...alike.slice(fromFrame, toFrame))).toBeGreaterThan(0.97);
  });

  it.each(PRESETS)('stamps pictures and sound of %s as a whole render does', (preset) => {
    const stamps = (film: MadeFilm) =>
      ffprobe(fileOf(film, preset).path, ['-show_entries', 'packet=stream_index,dts_time']).sort();
    expect(stamps(corrected)).toEqual(stamps(first));
  });
});
