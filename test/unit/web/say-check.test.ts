import { describe, expect, it } from 'vitest';
import { readDeliveryPresets } from '../../../src/engine/film/delivery-preset.ts';
import { findPreset } from '../../../src/engine/film/preset-variants.ts';
import type { FilmExpectation } from '../../../src/engine/qc/film-expectation.ts';
import type { FilmMeasurement } from '../../../src/engine/qc/film-measurement.ts';
import { judgeFilm } from '../../../src/engine/qc/judge-film.ts';
import type { QcCheck } from '../../../src/engine/qc/qc-report.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { sayCheck, sayFault, sayFound } from '../../../src/web/locales/say-check.ts';
import { sayValue } from '../../../src/web/locales/say-value.ts';
import { PRESET_FOLDER } from '../film/films.ts';
import { good, order, speaking, withDecoded, withPicture, withSound } from '../qc/measured-films.ts';

// Every preset that there is: a new check of one of them must be said, too.
const all = await readDeliveryPresets(PRESET_FOLDER);
const presets = [...all.values()].flatMap((preset) => [preset, findPreset(all, `${preset.name}-slate`) ?? preset]);
const unknownColour = { range: 'tv', primaries: 'unknown', transfer: 'bt709', matrix: 'bt709' };
const loud = { peaksDb: [-3, -3], crossings: 0.1 };
const deaf = { leftDb: -25, rightDb: -200, correlation: 0 };
const fields = { flagged: { top: 1, bottom: 1, progressive: 1 }, seen: { top: 0, bottom: 120, progressive: 0 } };
const combed = { flagged: { top: 0, bottom: 0, progressive: 250 }, seen: { top: 120, bottom: 0, progressive: 0 } };
const wide = { measure: () => 900, maxWidth: 800, maxCodePoints: 42 };
const late = [{ startFrame: frames(150), endFrame: frames(210), lines: ['क'] }];

/** Every way that we know a film to be wrong, most of them at once with others. */
const SPOILT: readonly (readonly [FilmMeasurement, FilmExpectation])[] = [
  [good, order],
  [good, { sound: 'voice' }],
  [good, { ...order, sound: 'quiet' }],
  [good, { ...order, cues: late, room: wide }],
  [{ ...good, names: undefined }, order],
  [
    { ...good, names: { ...good.names, scanOrder: 'BFF', gopOpenClosed: 'Open', streamable: 'No' } } as FilmMeasurement,
    order,
  ],
  [{ ...good, container: { ...good.container, pictures: [], sounds: [], timecode: undefined } }, order],
  [{ ...good, container: { ...good.container, format: 'mpegts', sizeBytes: 1001, otherStreams: 2 } }, order],
  [{ ...good, clock: { kbps: 14_000, marks: 250, unsteady: 3 } }, order],
  [{ ...good, clock: { kbps: 15_000, marks: 250, unsteady: 0 } }, order],
  [withPicture({ averageRate: '24997/1000', fieldOrder: 'bb', colour: unknownColour, bits: 0, packets: 249 }), order],
  [withPicture({ fieldOrder: 'progressive', pictureBytes: [9_000_000, 9_000_000, 9], gopLengths: [12, 10] }), order],
  [withDecoded({ fields, groups: { longestRun: 1, open: 3, openAt: 36, groups: 21 }, frames: 249 }), order],
  [withDecoded({ fields: combed, errors: ['[error] mb damaged, at 3'], outOfRange: undefined }), order],
  [withDecoded({ black: [{ startSeconds: 3, endSeconds: 3.4 }], flashes: { most: 4, atFrame: 50 } }), order],
  [withDecoded({ sound: undefined, witness: { seconds: [] }, outOfRange: 0.2 }), order],
  [withDecoded({ kinds: [{ kind: 'bars', frames: 250 }], heard: Array.from({ length: 40 }, () => loud) }), order],
  [withPicture({ packets: 3, gopLengths: [] }), order],
  [withSound({ lufs: -30, truePeakDbtp: Number.NEGATIVE_INFINITY, windows: [speaking, deaf, deaf] }), order],
  [withSound({ loudest: { shortTermLufs: -12, momentaryLufs: -9 } }), order],
  [withSound({ windows: [{ leftDb: -28, rightDb: -28, correlation: -1 }, speaking] }), order],
];

const reports: QcCheck[] = presets.flatMap((preset) =>
  SPOILT.flatMap(([measured, expected]) => [...judgeFilm(measured, preset, expected).checks]),
);

// Names and units of the trade stand in Latin letters in Hindi too.
const TRADE =
  /\b(LUFS|dBTP|dBFS|Hz|dB|kb\/s|GOP|OP-?1a|XDCAM( HD422)?|IMX( 50)?|MediaInfo|BFF|TFF|mp[24]|aac|h264|mpeg2(video)?|pcm_s\d+le|yuv\d+p|Main|High|mpeg(-[pt]s|ts)?|mxf(-op1a|-d10)?|mov|bt\d+\w*|smpte\d+\w*|tv|pc|OP)\b|\[error\] mb damaged, at 3/g;
const english = (text: string) => /[A-Za-z]{2,}/.exec(text.replaceAll(TRADE, ''))?.[0];

describe('a check in words', () => {
  it('holds no English in Hindi, whatever was measured', () => {
    const left = reports.flatMap((check) => {
      const { name, measured, limit } = sayCheck('hi', check);
      return [name, measured, limit, sayFault('hi', check)].filter(english).map((text) => `${check.id}: ${text}`);
    });
    expect([...new Set(left)]).toEqual([]);
  });

  it('keeps every number that was measured', () => {
    const numbers = (text: string) => text.match(/\d+(\.\d+)?/g)?.toSorted() ?? [];
    const lost = reports.filter(({ measured }) => {
      // 25/1 is 25.
      const machine = numbers(String(measured).replace(/\/1\b/, ''));
      const said = numbers(sayValue('hi', measured));
      return machine.some((one) => !said.includes(one));
    });
    expect(lost).toEqual([]);
  });

  it('says the silent side, its level and the time in both languages', () => {
    const check = {
      id: 'channels-alive',
      measured: 'left -27.6 dB, right silence',
      limit: '2 channels, left and right heard',
    };
    expect(sayFault('hi', { ...check, at: 3 })).toBe(
      '0:03.0 पर: एक तरफ़ की आवाज़ नहीं है: बाएँ -27.6 dB, दाएँ चुप। चाहिए: 2 चैनल, बाएँ-दाएँ दोनों सुनाई दें',
    );
    expect(sayFound('en', check)).toContain('left -27.6 dB, right silent');
  });

  it('gives bare numbers their unit in a table, and says what could not be measured', () => {
    expect(sayCheck('hi', { id: 'black', measured: 0.4, limit: 0.2 })).toEqual({
      name: 'काला पर्दा',
      measured: '0.4 सेकंड',
      limit: '0.2 सेकंड',
    });
    expect(sayFault('en', { id: 'gop', measured: 'not-measured', limit: 'N=12, M=3, closed' })).toContain(
      'Groups of pictures (GOP): this could not be measured',
    );
  });
});
