import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gateFilm } from '../../../src/engine/ffmpeg/gate.ts';
import type { Media } from '../../../src/engine/ffmpeg/media.ts';
import { describeSource } from '../../../src/engine/film/describe-source.ts';
import type { FilmOrder, ShotSource } from '../../../src/engine/film/film-order.ts';
import { type MadeFilm, makeFilm } from '../../../src/engine/film/make-film.ts';
import type { FilmProgress } from '../../../src/engine/film/tell-progress.ts';
import { readTradeNames } from '../../../src/engine/qc/media-info.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { presetsNamed, shot } from '../../unit/film/films.ts';
import { sober } from '../../unit/graphics/film-order.ts';
import { makeFilm as ffmpeg, filmFolder, openMedia } from '../lavfi.ts';
import { conchVerdict, hasMediaConch, outerBoxes, packetsOffRate, policyOf } from './broadcast-proofs.ts';
import { colourAt, heard, pictureFacts, soundFacts } from './looking.ts';
import { hasMediaInfo, nativeNames } from './native-names.ts';

const { folder, remove } = filmFolder('film');
const at = (name: string) => join(folder, name);
let media: Media;
let landscape: ShotSource;
let portrait: ShotSource;

const lavfi = (graph: string) => ['-f', 'lavfi', '-i', graph];
const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];

beforeAll(async () => {
  media = await openMedia();
  // 30 a second, grainy green, a voice-like tone on the right channel only.
  const picture = lavfi('color=0x309040:s=640x360:r=30:d=4,noise=alls=24:allf=t');
  const tone = lavfi('aevalsrc=0|0.2*sin(2*PI*300*t)*(0.6+0.4*sin(2*PI*3*t)):s=44100:d=4');
  const wide = ffmpeg(at('wide.mp4'), [...picture, ...tone, ...h264, '-c:a', 'aac']);
  // Stored lying down, red on the left: turned by its matrix, red is on top.
  const lying = lavfi('color=0x2020b0:s=640x360:r=25:d=3,drawbox=w=320:h=360:c=0xb02020:t=fill,noise=alls=24:allf=t');
  const stored = ffmpeg(at('stored.mp4'), [...lying, ...h264]);
  landscape = await sourceOf(wide);
  portrait = await sourceOf(turnRight(stored));
});
afterAll(remove);

/** Writes a quarter turn to the right into the matrix of the film's only track, as phones do: no FFmpeg needs to agree. */
function turnRight(path: string): string {
  const bytes = readFileSync(path);
  // The matrix stands 44 bytes behind the box's name (version 0): a b u c d v x y w; 90° is 0 1 0 -1 0 0.
  const matrix = bytes.indexOf('tkhd') + 44;
  const quarter = [0, 0x10000, 0, -0x10000, 0, 0, 360 * 0x10000, 0];
  for (const [index, value] of quarter.entries()) bytes.writeInt32BE(value, matrix + index * 4);
  const turned = at('turned.mp4');
  writeFileSync(turned, bytes);
  return turned;
}

async function sourceOf(path: string): Promise<ShotSource> {
  const { facts, refusal } = await gateFilm(media.runner, path, 'clip');
  if (!facts || refusal) throw new Error(refusal?.tech);
  return describeSource(media.runner, { path, sha256: path, facts });
}

const words = {
  texts: { name: 'सुनीता बाई', place: ['उज्जैन'] },
  scheme: { names: ['लाड़ली बहना योजना'], colour: '#D81B60', helpline: '181' },
  department: 'जनसम्पर्क विभाग',
  look: sober,
  markCorner: 'left',
  language: 'hi',
} as const;

describe('a film of two shots in four presets', () => {
  let made: MadeFilm;
  const told: FilmProgress[] = [];
  const out = at('राम कथा');
  const file = (name: string) => join(out, name);
  // As drawn at 100 frames: the lower third stands in the middle of 1–36, the end card from 75.
  const standing = 20;

  beforeAll(async () => {
    const order: FilmOrder = {
      ...words,
      shots: [shot(landscape, 10, 55), shot(portrait, 0, 30)],
      lengthFrames: frames(100),
      endCardFrom: frames(75),
      cues: [{ startFrame: frames(45), endFrame: frames(70), lines: ['क्षेत्र की त्रिपाठी जी'] }],
      presets: await presetsNamed('sd-mpeg2', 'xdcam-hd422', 'h264-ts', 'web'),
    };
    const { runner } = media;
    made = await makeFilm(order, { runner, outFolder: out, onProgress: (now) => told.push(now) });
  });

  it('passes quality control in each', () => {
    const failed = made.files.map(({ preset, qc }) => [preset, qc.checks.filter((check) => check.passed !== true)]);
    expect(failed).toEqual(['sd-mpeg2', 'xdcam-hd422', 'h264-ts', 'web'].map((preset) => [preset, []]));
  });

  it.each([
    ['sd-mpeg2.mpg', { width: 720, height: 576, sample_aspect_ratio: '64:45', field_order: 'tt' }],
    ['xdcam-hd422.mxf', { width: 1920, height: 1080, sample_aspect_ratio: '1:1', field_order: 'tt' }],
    ['h264-ts.ts', { width: 1920, height: 1080, sample_aspect_ratio: '1:1', field_order: 'tt' }],
    ['web.mp4', { width: 1920, height: 1080, sample_aspect_ratio: '1:1', field_order: 'progressive' }],
  ])('has 100 frames at 25 in %s', (name, facts) => {
    expect(pictureFacts(file(name))).toMatchObject({ ...facts, nb_read_frames: '100', r_frame_rate: '25/1' });
  });

  const mpeg2 = { Format: 'MPEG Video', Format_Version: '2' };
  const tff = { ScanOrder: 'TFF' };
  it.skipIf(!hasMediaInfo).each([
    [
      'sd-mpeg2.mpg',
      { Format: 'MPEG-PS' },
      { ...mpeg2, Format_Profile: 'Main', Format_Level: 'Main', ScanType: 'Interlaced', ...tff },
      { Format: 'MPEG Audio', Format_Profile: 'Layer 2' },
    ],
    [
      'xdcam-hd422.mxf',
      { Format: 'MXF', Format_Profile: 'OP-1a', Format_Commercial_IfAny: 'XDCAM HD422' },
      { ...mpeg2, Format_Profile: '4:2:2', ScanType: 'Interlaced', ...tff },
      { Format: 'PCM', Channels: '1', BitDepth: '24' },
    ],
    [
      'h264-ts.ts',
      { Format: 'MPEG-TS', OverallBitRate_Mode: 'CBR' },
      { Format: 'AVC', Format_Profile: 'High', ScanType: 'MBAFF', ...tff },
      { Format: 'MPEG Audio' },
    ],
    [
      'web.mp4',
      { Format: 'MPEG-4', IsStreamable: 'Yes' },
      { Format: 'AVC', Format_Profile: 'High', ScanType: 'Progressive' },
      { Format: 'AAC' },
    ],
  ])('the native MediaInfo names %s as its preset says, and as our own reading does', async (name, ...said) => {
    const native = nativeNames(file(name));
    expect([native.whole, native.picture, native.sound]).toMatchObject(said);
    const { whole, picture } = native;
    expect(await readTradeNames(file(name))).toEqual({
      format: whole['Format'],
      formatProfile: whole['Format_Profile'],
      commercialName: whole['Format_Commercial_IfAny'],
      gop: picture['Format_Settings_GOP'],
      gopOpenClosed: picture['Gop_OpenClosed'],
      scanType: picture['ScanType'],
      scanOrder: picture['ScanOrder'],
      streamable: whole['IsStreamable'],
    });
  });

  it.skipIf(!hasMediaConch).each(['sd-mpeg2.mpg', 'xdcam-hd422.mxf', 'h264-ts.ts', 'web.mp4'])(
    'MediaConch passes %s under the policy that we hand to broadcasters',
    (name) => expect(conchVerdict(policyOf(name), file(name))).toMatch(/^pass! /),
  );

  it.skipIf(!hasMediaConch)('MediaConch fails a file under another file’s policy', () => {
    expect(conchVerdict(policyOf('web.mp4'), file('h264-ts.ts'))).toMatch(/^fail! /);
  });

  it('keeps the transport stream at its rate to a packet, and the index of the MP4 in front', () => {
    const { worst, marks } = packetsOffRate(file('h264-ts.ts'), 14_000);
    expect(worst).toBeLessThan(1);
    expect(marks).toBeGreaterThan(100);
    const boxes = outerBoxes(file('web.mp4'));
    expect(boxes.indexOf('moov')).toBeGreaterThan(0);
    expect(boxes.indexOf('moov')).toBeLessThan(boxes.indexOf('mdat'));
  });

  it('opens the MXF with two tracks of one channel and 24 bits each', () => {
    const { streams } = soundFacts(file('xdcam-hd422.mxf'));
    expect(streams).toEqual([0, 1].map(() => ({ codec_name: 'pcm_s24le', channels: 1, bits_per_raw_sample: '24' })));
  });

  it.each(['sd-mpeg2.mpg', 'xdcam-hd422.mxf', 'h264-ts.ts', 'web.mp4'])('is as loud as asked in %s', (name) => {
    const { lufs, truePeakDbtp } = heard(file(name), name.endsWith('mxf') ? 2 : 1);
    expect(Math.abs(lufs + 23)).toBeLessThanOrEqual(0.5);
    expect(truePeakDbtp).toBeLessThanOrEqual(-1);
  });

  it('shows the clip from the first frame, with the mark in its corner until the end card', () => {
    const mark = { x: 144, y: 70, width: 16, height: 80 };
    for (const frame of [0, 74]) expect(colourAt(file('web.mp4'), frame, mark).green).toBeLessThan(60);
    const beside = colourAt(file('web.mp4'), 0, { ...mark, x: 1744 });
    expect(beside.green).toBeGreaterThan(100);
  });

  it('shows the lower third while it stands, not before and not after', () => {
    // White paper right of the name's last letter.
    const paper = { x: 700, y: 866, width: 60, height: 12 };
    const white = (frame: number) => Math.min(...Object.values(colourAt(file('sd-mpeg2.mpg'), frame, paper)));
    expect(white(standing)).toBeGreaterThan(200);
    expect(white(0)).toBeLessThan(120);
    expect(white(42)).toBeLessThan(120);
  });

  it('turns the portrait shot upright between sides of its own colours', () => {
    const above = colourAt(file('web.mp4'), 60, { x: 900, y: 200, width: 100, height: 200 });
    const below = colourAt(file('web.mp4'), 60, { x: 900, y: 640, width: 100, height: 100 });
    expect(above.red).toBeGreaterThan(above.blue + 80);
    expect(below.blue).toBeGreaterThan(below.red + 80);
    const side = colourAt(file('web.mp4'), 60, { x: 300, y: 300, width: 100, height: 100 });
    expect(side.red).toBeGreaterThan(side.blue);
  });

  it('burns the caption in below, in its own box', () => {
    const box = { x: 940, y: 960, width: 40, height: 6 };
    const dark = (frame: number) => Math.max(...Object.values(colourAt(file('web.mp4'), frame, box)));
    expect(dark(60)).toBeLessThan(90);
    expect(dark(72)).toBeGreaterThan(90);
  });

  it('leaves the films, poster and captions, and nothing else', () => {
    const names = [
      'captions.srt',
      'captions.vtt',
      'h264-ts.ts',
      'poster.jpg',
      'sd-mpeg2.mpg',
      'web.mp4',
      'xdcam-hd422.mxf',
    ];
    expect(readdirSync(out).sort()).toEqual(names);
    expect(readFileSync(file('captions.srt'), 'utf8')).toContain('00:00:01,800 --> 00:00:02,800');
    expect(pictureFacts(file('poster.jpg'))).toMatchObject({ width: 1280, height: 720 });
  });

  it('tells its progress forwards, to the end', () => {
    const shares = told.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(told.at(-1)).toEqual({ share: 1, step: 'done' });
    expect(told.some(({ step, share }) => step === 'encoding' && share > 0.3)).toBe(true);
  });
});

describe('a film that can’t be finished', () => {
  it('leaves nothing when it is stopped', async () => {
    const stop = new AbortController();
    const out = at('stopped');
    const order: FilmOrder = {
      ...words,
      shots: [shot(portrait, 0, 75)],
      lengthFrames: frames(100),
      endCardFrom: frames(75),
      cues: [],
      presets: await presetsNamed('whatsapp'),
    };
    const parts = { runner: media.runner, outFolder: out, signal: stop.signal };
    const making = makeFilm(order, { ...parts, onProgress: ({ step }) => step === 'encoding' && stop.abort() });
    await expect(making).rejects.toMatchObject({ facts: { reason: 'aborted' } });
    expect(readdirSync(out)).toEqual([]);
  });

  it('is refused when its words fit nowhere, before anything is encoded', async () => {
    const order: FilmOrder = {
      ...words,
      texts: { name: 'श्रीमती ज्ञानवती बाई विश्वकर्मा '.repeat(40), place: [] },
      shots: [shot(portrait, 0, 75)],
      lengthFrames: frames(100),
      endCardFrom: frames(75),
      cues: [],
      presets: await presetsNamed('whatsapp'),
    };
    const making = makeFilm(order, { runner: media.runner, outFolder: at('refused') });
    await expect(making).rejects.toMatchObject({ name: 'RefusalError' });
    expect(existsSync(at('refused')) ? readdirSync(at('refused')) : []).toEqual([]);
  });
});

describe('a clip without sound', () => {
  it('makes a silent film that says so and passes', async () => {
    const order: FilmOrder = {
      ...words,
      shots: [shot(portrait, 0, 60)],
      lengthFrames: frames(85),
      endCardFrom: frames(60),
      cues: [],
      presets: await presetsNamed('whatsapp'),
    };
    const made = await makeFilm(order, { runner: media.runner, outFolder: at('silent') });
    expect(made.files[0]?.qc.checks.filter((check) => check.passed === false)).toEqual([]);
    expect(made.warnings.map(({ code }) => code)).toContain('film.no-sound');
  });
});
