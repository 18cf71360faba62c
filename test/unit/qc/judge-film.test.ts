import { describe, expect, it } from 'vitest';
import type { FilmExpectation } from '../../../src/engine/qc/film-expectation.ts';
import type { FilmMeasurement } from '../../../src/engine/qc/film-measurement.ts';
import { judgeFilm } from '../../../src/engine/qc/judge-film.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { presetsNamed } from '../film/films.ts';

const [xdcam, web, india] = await presetsNamed('xdcam-hd422', 'web', 'xdcam-hd422-india');

const order: FilmExpectation = { frames: frames(250), endCardFrame: frames(200), cues: [], sound: 'voice' };

const good: FilmMeasurement = {
  container: {
    format: 'mxf',
    sizeBytes: 60_000_000,
    pictures: [
      {
        codec: 'mpeg2video',
        profile: '4:2:2',
        width: 1920,
        height: 1080,
        pixelAspect: '1:1',
        frameRate: '25/1',
        averageRate: '25/1',
        fieldOrder: 'tt',
        pixelFormat: 'yuv422p',
        colour: { range: 'tv', primaries: 'bt709', transfer: 'bt709', matrix: 'bt709' },
        startSeconds: 0,
        packets: 250,
        bits: 500_000_000,
        gopLengths: [12, 12, 12],
      },
    ],
    sounds: [0, 1].map(() => ({
      codec: 'pcm_s24le',
      sampleRate: 48000,
      channels: 1,
      startSeconds: 0,
      endSeconds: 10,
    })),
    otherStreams: 0,
  },
  decoded: {
    frames: 250,
    errors: [],
    black: [],
    freezes: [{ startSeconds: 9, endSeconds: undefined }],
    outOfRange: 0.001,
    sound: {
      lufs: -23.1,
      truePeakDbtp: -2,
      channelRmsDb: [-28, -28],
      silences: [{ startSeconds: 7.9, endSeconds: 10 }],
    },
  },
  names: {
    format: 'MXF',
    formatProfile: 'OP-1a',
    commercialName: 'XDCAM HD422',
    gop: 'M=3, N=12',
    gopOpenClosed: 'Closed',
    scanType: 'Interlaced',
    scanOrder: 'TFF',
    streamable: undefined,
  },
};

type Picture = FilmMeasurement['container']['pictures'][number];
const withPicture = (different: Partial<Picture>): FilmMeasurement => ({
  ...good,
  container: { ...good.container, pictures: good.container.pictures.map((one) => ({ ...one, ...different })) },
});
const withDecoded = (different: Partial<FilmMeasurement['decoded']>): FilmMeasurement => ({
  ...good,
  decoded: { ...good.decoded, ...different },
});
const sound = good.decoded.sound;
const withSound = (different: Partial<NonNullable<typeof sound>>) =>
  withDecoded({ sound: sound && { ...sound, ...different } });

function failed(measured: FilmMeasurement, expected: FilmExpectation = order, preset = xdcam) {
  if (!preset) throw new Error('no preset');
  return judgeFilm(measured, preset, expected)
    .checks.filter((check) => check.passed === false)
    .map((check) => check.id);
}

describe('quality control', () => {
  it('passes a film that is what its preset and order say', () => {
    if (!xdcam) throw new Error('no preset');
    expect(failed(good)).toEqual([]);
    expect(judgeFilm(good, xdcam, order).passed).toBe(true);
  });

  it.each([
    ['codec', { profile: 'Main' }],
    ['codec', { pixelFormat: 'yuv420p' }],
    ['raster', { width: 1440 }],
    ['aspect', { pixelAspect: '4:3' }],
    ['rate', { averageRate: '24997/1000' }],
    ['field-order', { fieldOrder: 'progressive' }],
    ['gop', { gopLengths: [12, 10] }],
    ['bitrate', { bits: 300_000_000 }],
    ['colour-tags', { colour: { range: 'tv', primaries: 'unknown', transfer: 'bt709', matrix: 'bt709' } }],
    ['colour-tags', { colour: { range: 'pc', primaries: 'bt709', transfer: 'bt709', matrix: 'bt709' } }],
  ])('fails "%s" for %j', (id, different) => {
    expect(failed(withPicture(different))).toEqual([id]);
  });

  it('fails one frame too few, also when only the decoder lost it', () => {
    expect(failed(withDecoded({ frames: 249 }))).toEqual(['frames']);
    expect(failed(good, { ...order, frames: frames(251) })).toEqual(['frames']);
  });

  it('fails every complaint of a decoder', () => {
    expect(failed(withDecoded({ errors: ['[error] ac-tex damaged'] }))).toEqual(['decodes-clean']);
  });

  it('says where black and frozen pictures are, but lets the end card stand', () => {
    const black = withDecoded({ black: [{ startSeconds: 3, endSeconds: 3.4 }] });
    if (!xdcam) throw new Error('no preset');
    expect(judgeFilm(black, xdcam, order).checks.find(({ id }) => id === 'black')).toMatchObject({
      ...{ passed: false, measured: 0.4, at: 3 },
    });
    expect(failed(withDecoded({ freezes: [{ startSeconds: 5, endSeconds: 6.5 }] }))).toEqual(['freeze']);
    expect(failed(withDecoded({ freezes: [{ startSeconds: 6.5, endSeconds: undefined }] }))).toEqual(['freeze']);
  });

  it('takes a still end for an end card when nobody says where it begins', () => {
    const unknown: FilmExpectation = { sound: 'voice' };
    expect(failed(withDecoded({ freezes: [{ startSeconds: 6, endSeconds: undefined }] }), unknown)).toEqual([]);
    expect(failed(withDecoded({ freezes: [{ startSeconds: 4, endSeconds: undefined }] }), unknown)).toEqual(['freeze']);
  });

  it('holds loudness and peaks to the preset', () => {
    expect(failed(withSound({ lufs: -23.5 }))).toEqual([]);
    expect(failed(withSound({ lufs: -23.6 }))).toEqual(['loudness']);
    expect(failed(withSound({ truePeakDbtp: -0.9 }))).toEqual(['true-peak']);
    expect(failed(withSound({ lufs: -20.9 }), order, india)).toEqual([]);
  });

  it('fails a dead channel and a long silence before the end card', () => {
    expect(failed(withSound({ channelRmsDb: [-25, -80] }))).toEqual(['channels-alive']);
    expect(failed(withSound({ silences: [{ startSeconds: 2, endSeconds: 4.2 }] }))).toEqual(['silence']);
  });

  it('lets a film be quiet that was planned so, never too loud', () => {
    const quiet = { ...order, sound: 'quiet' as const };
    const silent = withSound({ lufs: -70, truePeakDbtp: Number.NEGATIVE_INFINITY, channelRmsDb: [-200, -200] });
    expect(failed(silent, quiet)).toEqual([]);
    expect(failed(withSound({ lufs: -20 }), quiet)).toEqual(['loudness']);
  });

  it('fails what it could not measure, and leaves open what nobody asked for', () => {
    expect(failed({ ...good, names: undefined })).toEqual(['gop', 'container']);
    if (!xdcam) throw new Error('no preset');
    const open = judgeFilm(good, xdcam, { sound: 'voice' });
    expect(open.passed).toBe(true);
    const unasked = open.checks.filter((check) => check.passed === null);
    expect(unasked.map((check) => [check.id, check.measured])).toEqual([
      ['frames', 'not-measured'],
      ['captions-inside', 'not-measured'],
    ]);
  });

  it('fails sound that starts 40 ms off, and captions over the end card', () => {
    const late = { ...good.container, sounds: good.container.sounds.map((one) => ({ ...one, startSeconds: 0.04 })) };
    expect(failed({ ...good, container: late })).toEqual(['sync']);
    const cues = [{ startFrame: frames(150), endFrame: frames(210), lines: ['क'] }];
    expect(failed(good, { ...order, cues })).toEqual(['captions-inside']);
  });

  it('names everything that is wrong with a file of another kind', () => {
    expect(failed(good, order, web)).toEqual(expect.arrayContaining(['streams', 'codec', 'field-order', 'container']));
  });
});
