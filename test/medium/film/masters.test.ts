import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withFields } from '../../../src/engine/film/delivery-preset.ts';
import type { FilmOrder } from '../../../src/engine/film/film-order.ts';
import { type MadeFilm, makeFilm } from '../../../src/engine/film/make-film.ts';
import { readTradeNames } from '../../../src/engine/qc/media-info.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { presetsNamed, shot } from '../../unit/film/films.ts';
import { sober } from '../../unit/graphics/film-order.ts';
import { makeFilm as ffmpeg, filmFolder, openMedia } from '../lavfi.ts';
import { conchVerdict, hasMediaConch, packetsOffRate, policyOf } from './broadcast-proofs.ts';
import { colourAt, heard, pictureFacts } from './looking.ts';
import { hasMediaInfo, nativeNames } from './native-names.ts';
import { sourceOf } from './shot-view.ts';

const { folder, remove } = filmFolder('masters');
const out = join(folder, 'out');
const file = (name: string) => join(out, name);
// MediaInfo names XDCAM and groups of pictures from some four seconds on.
const FRAMES = 105;
const NAMES = ['imx50', 'imx30', 'xdcam-hd422-ebu', 'sd-mpeg2-14x9', 'sd-mpeg2-4x3', 'h264-ts-sd', 'whatsapp'] as const;
/** These carry 50 fields of motion, the others 25 pictures, all from one process. */
const WITH_FIELDS = ['imx50', 'xdcam-hd422-ebu', 'sd-mpeg2-4x3'];
let made: MadeFilm;
afterAll(remove);

beforeAll(async () => {
  const media = await openMedia();
  const clip = ffmpeg(join(folder, 'clip.mp4'), [
    ...['-f', 'lavfi', '-i', 'testsrc2=s=1280x720:r=50:d=4,scroll=h=0.006'],
    ...['-f', 'lavfi', '-i', 'aevalsrc=0.2*sin(2*PI*300*t)*(0.6+0.4*sin(2*PI*3*t)):s=48000:d=4'],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac'],
    // What phones write into a clip.
    ...[
      '-metadata',
      'location=+23.1765+075.7885/',
      '-metadata',
      'title=Sunita at home',
      '-metadata',
      'make=Phonemaker',
    ],
    ...['-metadata:s:v:0', 'handler_name=PhoneHandler', '-metadata', 'comment=call 9876543210'],
    ...['-movflags', 'use_metadata_tags'],
  ]);
  const all = await presetsNamed(...NAMES);
  const order: FilmOrder = {
    shots: [shot(await sourceOf(media, clip), 0, 80)],
    lengthFrames: frames(FRAMES),
    endCardFrom: frames(80),
    texts: { place: [] },
    scheme: undefined,
    department: 'जनसम्पर्क विभाग',
    look: sober,
    markCorner: 'left',
    cues: [],
    language: 'hi',
    presets: all.map((preset) => (WITH_FIELDS.includes(preset.name) ? withFields(preset) : preset)),
  };
  made = await makeFilm(order, { runner: media.runner, outFolder: out });
});

/** idet's verdict over the moving part: pictures that look top first, bottom first, whole. */
function fieldsSeen(path: string) {
  const words = [
    '-hide_banner',
    '-nostats',
    '-i',
    path,
    '-map',
    '0:v:0',
    '-frames:v',
    '80',
    '-vf',
    'idet',
    '-f',
    'null',
    '-',
  ];
  const { stderr } = spawnSync('ffmpeg', words, { encoding: 'utf8' });
  const [, top = 0, bottom = 0, whole = 0] =
    /Multi frame detection: TFF:\s*(\d+) BFF:\s*(\d+) Progressive:\s*(\d+)/.exec(stderr)?.map(Number) ?? [];
  return { top, bottom, whole };
}

function packetSizes(path: string): number[] {
  const words = ['-v', 'error', '-select_streams', 'v:0', '-show_entries', 'packet=size', '-of', 'csv=p=0', path];
  return spawnSync('ffprobe', words, { encoding: 'utf8' }).stdout.trim().split('\n').map(Number.parseFloat);
}

describe('masters of every kind from one process', () => {
  it('pass quality control', () => {
    const failed = made.files.map(({ preset, qc }) => [preset, qc.checks.filter((check) => check.passed !== true)]);
    expect(failed).toEqual(NAMES.map((preset) => [preset, []]));
  });

  it.each([
    ['imx50.mxf', { width: 720, height: 608, sample_aspect_ratio: '152:135', field_order: 'tt' }],
    ['xdcam-hd422-ebu.mxf', { width: 1920, height: 1080, sample_aspect_ratio: '1:1', field_order: 'tt' }],
    ['sd-mpeg2-14x9.mpg', { width: 720, height: 576, sample_aspect_ratio: '16:15', field_order: 'tt' }],
    ['sd-mpeg2-4x3.mpg', { width: 720, height: 576, sample_aspect_ratio: '16:15', field_order: 'tt' }],
    ['h264-ts-sd.ts', { width: 720, height: 576, sample_aspect_ratio: '64:45', field_order: 'tt' }],
    ['whatsapp.mp4', { width: 848, height: 480, field_order: 'progressive' }],
  ])('are whole frames at 25 in %s', (name, facts) => {
    expect(pictureFacts(file(name))).toMatchObject({ ...facts, nb_read_frames: String(FRAMES), r_frame_rate: '25/1' });
  });

  it.each([
    ['imx50.mxf', { commercialName: 'IMX 50', scanOrder: 'TFF', gop: 'N=1' }],
    ['imx30.mxf', { commercialName: 'IMX 30', scanOrder: 'TFF', gop: 'N=1' }],
    [
      'xdcam-hd422-ebu.mxf',
      { commercialName: 'XDCAM HD422', formatProfile: 'OP-1a', scanOrder: 'TFF', gop: 'M=3, N=12' },
    ],
    ['sd-mpeg2-14x9.mpg', { format: 'MPEG-PS', scanOrder: 'TFF', gop: 'M=3, N=12', gopOpenClosed: 'Closed' }],
    ['h264-ts-sd.ts', { format: 'MPEG-TS', scanOrder: 'TFF' }],
  ])('are what the trade calls them in %s', async (name, names) => {
    expect(await readTradeNames(file(name))).toMatchObject(names);
  });

  it.skipIf(!hasMediaConch).each(['imx50.mxf', 'imx30.mxf', 'h264-ts-sd.ts'])(
    'pass MediaConch’s policy in %s',
    (name) => expect(conchVerdict(policyOf(name), file(name))).toMatch(/^pass! /),
  );

  it.skipIf(!hasMediaInfo).each([
    [
      'imx50.mxf',
      { Format_Commercial_IfAny: 'IMX 50' },
      { Format_Settings_Wrapping: 'Frame (D-10)', ScanOrder: 'TFF' },
    ],
    [
      'imx30.mxf',
      { Format_Commercial_IfAny: 'IMX 30' },
      { Format_Settings_Wrapping: 'Frame (D-10)', ScanOrder: 'TFF' },
    ],
    ['xdcam-hd422-ebu.mxf', { Format_Commercial_IfAny: 'XDCAM HD422', AudioCount: '2' }, { ScanOrder: 'TFF' }],
    ['sd-mpeg2-14x9.mpg', { Format: 'MPEG-PS' }, { Format_Profile: 'Main', Format_Level: 'Main', ScanOrder: 'TFF' }],
    ['sd-mpeg2-4x3.mpg', { Format: 'MPEG-PS' }, { Format_Profile: 'Main', Format_Level: 'Main', ScanOrder: 'TFF' }],
    ['h264-ts-sd.ts', { Format: 'MPEG-TS', OverallBitRate_Mode: 'CBR' }, { ScanType: 'MBAFF', ScanOrder: 'TFF' }],
    ['whatsapp.mp4', { Format: 'MPEG-4', IsStreamable: 'Yes' }, { Format: 'AVC', ScanType: 'Progressive' }],
  ])('are named so by the native MediaInfo in %s', (name, whole, picture) => {
    expect(nativeNames(file(name))).toMatchObject({ whole, picture });
  });

  it('are as loud as their preset asks, by another meter than our own', async () => {
    for (const { name, extension, loudness } of await presetsNamed(...NAMES)) {
      const tracks = name.startsWith('xdcam') ? 2 : 1;
      const { lufs, truePeakDbtp } = heard(file(`${name}.${extension}`), tracks);
      expect([name, Math.abs(lufs - loudness.targetLufs) <= 0.5 + 1e-9, truePeakDbtp <= -1], `${lufs} LUFS`).toEqual([
        ...[name, true, true],
      ]);
    }
  });

  it('keep SD’s transport stream at its rate to a packet', async () => {
    const [preset] = await presetsNamed('h264-ts-sd');
    if (preset?.container.kind !== 'mpeg-ts') throw new Error('no transport stream');
    expect(packetsOffRate(file('h264-ts-sd.ts'), preset.container.totalKbps).worst).toBeLessThan(1);
  });

  it('hold exactly 250,000 bytes a picture (150,000 in IMX 30), four channels and the time code in D-10', () => {
    expect(new Set(packetSizes(file('imx50.mxf')))).toEqual(new Set([250_000]));
    expect(new Set(packetSizes(file('imx30.mxf')))).toEqual(new Set([150_000]));
    const words = [
      '-v',
      'error',
      '-show_entries',
      'stream=channels,codec_name:stream_tags=timecode:format_tags=timecode',
    ];
    const said = spawnSync('ffprobe', [...words, '-of', 'json', file('imx50.mxf')], { encoding: 'utf8' }).stdout;
    expect(said).toContain('"channels": 4');
    expect(said).toContain('10:00:00:00');
  });

  it('carry real fields, top first, where the preset asks for them', () => {
    for (const name of ['imx50.mxf', 'xdcam-hd422-ebu.mxf', 'sd-mpeg2-4x3.mpg']) {
      const { top, bottom, whole } = fieldsSeen(file(name));
      expect([name, bottom], `${top} top first, ${whole} whole`).toEqual([name, 0]);
      expect(top).toBeGreaterThan(whole * 4);
    }
  });

  it('stay whole pictures without combs everywhere else', () => {
    for (const name of ['whatsapp.mp4', 'h264-ts-sd.ts', 'sd-mpeg2-14x9.mpg']) {
      const { top, bottom, whole } = fieldsSeen(file(name));
      expect([name, top + bottom]).toEqual([name, 0]);
      expect(whole).toBeGreaterThan(60);
    }
  });

  it('show the 4:3 shapes with black above and below, and nothing of it in the full one', () => {
    // On a canvas of 1080 lines: 42 of 576 are black at 14:9, 72 at 4:3.
    const bright = (name: string, y: number) =>
      Math.max(...Object.values(colourAt(file(name), 60, { x: 900, y, width: 100, height: 20 })));
    expect(bright('sd-mpeg2-14x9.mpg', 40)).toBeLessThan(24);
    expect(bright('sd-mpeg2-14x9.mpg', 100)).toBeGreaterThan(40);
    expect(bright('sd-mpeg2-4x3.mpg', 100)).toBeLessThan(24);
    expect(bright('sd-mpeg2-4x3.mpg', 160)).toBeGreaterThan(40);
    expect(bright('h264-ts-sd.ts', 40)).toBeGreaterThan(40);
  });

  it('carry nothing of what the phone wrote into the clip', () => {
    const clip = readFileSync(join(folder, 'clip.mp4')).toString('latin1');
    const tags = ['+23.1765', 'Sunita', 'Phonemaker', '9876543210', 'PhoneHandler'];
    for (const tag of tags) expect(clip).toContain(tag);
    for (const { path } of made.files)
      for (const tag of tags) expect([path, readFileSync(path).includes(tag)]).toEqual([path, false]);
  });

  it('say neither when nor by what they were made among their tags', () => {
    for (const { path } of made.files) {
      const words = ['-v', 'error', '-show_entries', 'format_tags:stream_tags:program_tags', '-of', 'json', path];
      const said = spawnSync('ffprobe', words, { encoding: 'utf8' }).stdout;
      expect([path, /creation_time|modification_date|"encoder": "Lav|FFmpeg/i.exec(said)?.[0]]).toEqual([
        path,
        undefined,
      ]);
    }
  });
});
