import { describe, expect, it } from 'vitest';
import type { FilmExpectation } from '../../../src/engine/qc/film-expectation.ts';
import type { FilmMeasurement } from '../../../src/engine/qc/film-measurement.ts';
import { judgeFilm } from '../../../src/engine/qc/judge-film.ts';
import { judgedWholly } from '../../../src/engine/qc/qc-report.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { presetsNamed } from '../film/films.ts';
import { good, little, order, speaking, withDecoded, withPicture, withSound } from './measured-films.ts';

const [xdcam, web, india, transport, ebu] = await presetsNamed(
  ...['xdcam-hd422', 'web', 'xdcam-hd422-india', 'h264-ts', 'xdcam-hd422-ebu'],
);

function failed(measured: FilmMeasurement, expected: FilmExpectation = order, preset = xdcam) {
  if (!preset) throw new Error('no preset');
  return judgeFilm(measured, preset, expected)
    .checks.filter((check) => check.passed === false)
    .map((check) => check.id);
}

function judge(measured: FilmMeasurement, id: string, preset = xdcam) {
  if (!preset) throw new Error('no preset');
  return judgeFilm(measured, preset, order).checks.find((check) => check.id === id);
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
    ['gop', { gopLengths: [...(good.container.pictures[0]?.gopLengths.slice(1) ?? []), 10] }],
    ['gop', { gopLengths: good.container.pictures[0]?.gopLengths.slice(1) ?? [] }],
    ['bitrate', { bits: 300_000_000 }],
    ['bitrate', { pictureBytes: [2_000_000, 900_000] }],
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

  it('tells a black stretch once, though it stands still and is not the master’s picture', () => {
    const seconds = good.decoded.witness.seconds.map((luma, second) => (second < 3 || second > 5 ? luma : little(16)));
    const stretch = { startSeconds: 2.6, endSeconds: 5.4 };
    const black = withDecoded({ black: [stretch], freezes: [stretch], witness: { seconds } });
    expect(failed(black)).toEqual(['black']);
    // A still picture that goes on behind it is a fault of its own.
    expect(failed(withDecoded({ black: [stretch], freezes: [{ startSeconds: 2.6, endSeconds: 7 }] }))).toEqual([
      ...['black', 'freeze'],
    ]);
  });

  it('lets a picture stand that stands in the clip itself, and no longer', () => {
    const still = (startSeconds: number, endSeconds: number): FilmExpectation => ({
      ...order,
      stills: [{ startSeconds, endSeconds }],
    });
    const standing = withDecoded({ freezes: [{ startSeconds: 2, endSeconds: 6 }] });
    expect(failed(standing)).toEqual(['freeze']);
    expect(failed(standing, still(2, 6))).toEqual([]);
    // Held by the film for 1.8 s after the clip's last picture.
    expect(failed(standing, still(2, 4))).toEqual(['freeze']);
    expect(failed(standing, still(0, 1))).toEqual(['freeze']);
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

  it('lets the loudest seconds of a spot stand out by 5 LU where its station asks so, or else the loudest moment by 8', () => {
    const said = (shortTermLufs: number, momentaryLufs: number) =>
      judge(withSound({ loudest: { shortTermLufs, momentaryLufs } }), 'short-term', ebu);
    expect(said(-18.5, -14)?.passed).toBe(true);
    expect(said(-17.9, -15.2)?.passed).toBe(true);
    expect(said(-17.9, -14.8)).toMatchObject({ passed: false, measured: '3 s -17.9 LUFS, 0.4 s -14.8 LUFS' });
    expect(judge(good, 'short-term', ebu)?.passed).toBe(false);
    expect(judge(good, 'short-term')).toBeUndefined();
  });

  it('fails a dead channel, also one that dies, and a long silence before the end card', () => {
    const dead = { leftDb: -25, rightDb: -80, correlation: 0 };
    expect(failed(withSound({ windows: Array.from({ length: 10 }, () => dead) }))).toEqual(['channels-alive']);
    const dying = judge(withSound({ windows: [speaking, speaking, speaking, dead, dead, speaking] }), 'channels-alive');
    expect(dying).toMatchObject({ passed: false, at: 3 });
    expect(failed(withSound({ windows: [speaking, dead, speaking] }))).toEqual([]);
    expect(failed(withSound({ silences: [{ startSeconds: 2, endSeconds: 4.2 }] }))).toEqual(['silence']);
  });

  it('fails sides that cancel each other, and says from when', () => {
    const inverted = { leftDb: -28, rightDb: -28, correlation: -0.98 };
    const swapped = judge(withSound({ windows: [speaking, inverted, inverted, inverted] }), 'phase');
    expect(swapped).toMatchObject({ passed: false, at: 1, measured: 'out of phase 3 s' });
    const wide = { leftDb: -28, rightDb: -28, correlation: -0.3 };
    expect(failed(withSound({ windows: [wide, wide, wide] }))).toEqual([]);
  });

  it('fails fields that look the other way round than their flag says', () => {
    const { flagged } = good.decoded.fields;
    const fields = { flagged, seen: { top: 0, bottom: 120, progressive: 5 } };
    expect(failed(withDecoded({ fields }))).toEqual(['field-order']);
    const mixed = { flagged: { top: 249, bottom: 1, progressive: 0 }, seen: good.decoded.fields.seen };
    expect(failed(withDecoded({ fields: mixed }))).toEqual(['field-order']);
    expect(failed({ ...good, names: good.names && { ...good.names, scanOrder: 'BFF' } })).toEqual(['field-order']);
  });

  it('fails groups that lean on the group before, however the header calls them', () => {
    const groups = { longestRun: 2, open: 3, openAt: 36, groups: 21 };
    expect(judge(withDecoded({ groups }), 'gop')).toMatchObject({ passed: false, at: 1.44 });
    expect(failed({ ...good, names: good.names && { ...good.names, gopOpenClosed: 'Open' } })).toEqual(['gop']);
    expect(failed(withDecoded({ groups: { ...groups, open: 0, openAt: undefined, longestRun: 0 } }))).toEqual(['gop']);
  });

  it('says nothing of groups where not one is whole', () => {
    const three = withPicture({ packets: 3, gopLengths: [] });
    expect(judge(three, 'gop')).toMatchObject({ passed: null, measured: 'too short: 3 pictures' });
    expect(judge(withPicture({ packets: 200, gopLengths: [] }), 'gop')).toMatchObject({ passed: false });
  });

  it('fails fast flashes, and another film’s picture from the second where it differs', () => {
    expect(judge(withDecoded({ flashes: { most: 4, atFrame: 50 } }), 'flash')).toMatchObject({ passed: false, at: 2 });
    const seconds = good.decoded.witness.seconds.map((luma, second) => (second < 6 ? luma : little(40)));
    expect(judge(withDecoded({ witness: { seconds } }), 'right-picture')).toMatchObject({ passed: false, at: 6 });
    expect(failed(withDecoded({ witness: { seconds: seconds.slice(0, 6) } }))).toEqual(['right-picture']);
  });

  it('fails a master that does not begin at its time code', () => {
    expect(failed({ ...good, container: { ...good.container, timecode: '00:00:00:00' } })).toEqual(['container']);
  });

  it('fails a transport stream that is not at its rate, or not steadily', () => {
    const at = (clock: FilmMeasurement['clock']) => judge({ ...good, clock }, 'bitrate', transport)?.measured;
    expect(at(undefined)).toContain('no steady clock');
    expect(at({ kbps: 14_000, marks: 250, unsteady: 3 })).toContain('not constant at 3 of 250');
    expect(at({ kbps: 15_000, marks: 250, unsteady: 0 })).toContain('multiplex not 14000');
    expect(at({ kbps: 14_000, marks: 250, unsteady: 0 })).not.toMatch(/multiplex not|constant at|clock/);
  });

  it('lets a film be quiet that was planned so, never too loud', () => {
    const quiet = { ...order, sound: 'quiet' as const };
    const silent = withSound({
      lufs: -70,
      truePeakDbtp: Number.NEGATIVE_INFINITY,
      windows: [{ leftDb: -200, rightDb: -200, correlation: 0 }],
    });
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
      ['right-picture', 'not-measured'],
      ['captions-inside', 'not-measured'],
    ]);
    expect(judgedWholly(open).passed).toBe(false);
  });

  it('fails sound that starts 40 ms off, and captions over the end card', () => {
    const late = { ...good.container, sounds: good.container.sounds.map((one) => ({ ...one, startSeconds: 0.04 })) };
    expect(failed({ ...good, container: late })).toEqual(['sync']);
    const cues = [{ startFrame: frames(150), endFrame: frames(210), lines: ['क'] }];
    expect(failed(good, { ...order, cues })).toEqual(['captions-inside']);
    const wide = [{ startFrame: frames(20), endFrame: frames(60), lines: ['बहुत लंबी पंक्ति'] }];
    const room = { measure: () => 900, maxWidth: 800, maxCodePoints: 42 };
    expect(failed(good, { ...order, cues: wide, room })).toEqual(['captions-inside']);
    expect(failed(good, { ...order, cues: wide, room: { ...room, maxWidth: 900 } })).toEqual([]);
  });

  it('names everything that is wrong with a file of another kind', () => {
    expect(failed(good, order, web)).toEqual(expect.arrayContaining(['streams', 'codec', 'field-order', 'container']));
  });
});
