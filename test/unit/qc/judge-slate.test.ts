import { describe, expect, it } from 'vitest';
import { findPreset } from '../../../src/engine/film/preset-variants.ts';
import type { FilmMeasurement, HeardSecond } from '../../../src/engine/qc/film-measurement.ts';
import { judgeFilm } from '../../../src/engine/qc/judge-film.ts';
import { LUMA_RASTER } from '../../../src/engine/qc/luma-frames.ts';
import { KindFinder, type KindSpan } from '../../../src/engine/qc/picture-kinds.ts';
import { presetsNamed } from '../film/films.ts';
import { good, order } from './measured-films.ts';

const [clean] = await presetsNamed('xdcam-hd422');
const slatedPreset = clean && findPreset(new Map([[clean.name, clean]]), 'xdcam-hd422-slate');
if (!clean || !slatedPreset) throw new Error('no preset');
const presets = { clean, slated: slatedPreset };

const spans: readonly KindSpan[] = [
  ...([
    { kind: 'bars', frames: 250 },
    { kind: 'film', frames: 275 },
  ] as const),
  ...([
    { kind: 'black', frames: 75 },
    { kind: 'film', frames: 250 },
    { kind: 'black', frames: 150 },
  ] as const),
];
const tone: HeardSecond = { peaksDb: [-18.02, -18.02], crossings: 2000 / 48_000 };
const quiet: HeardSecond = { peaksDb: [-120, -120], crossings: 0 };
const voice: HeardSecond = { peaksDb: [-9, -9], crossings: 0.03 };
const heard = [
  ...Array.from({ length: 10 }, () => tone),
  ...Array.from({ length: 14 }, () => quiet),
  ...Array.from({ length: 10 }, () => voice),
  ...Array.from({ length: 6 }, () => quiet),
];

/** `good` between bars, card and black. */
function slated(decoded: Partial<FilmMeasurement['decoded']> = {}, timecode = '09:59:36:00'): FilmMeasurement {
  const [picture] = good.container.pictures;
  if (!picture) throw new Error('no picture');
  const gopLengths = [...Array.from({ length: 70 }, () => 12), 10, ...Array.from({ length: 12 }, () => 12)];
  const pictureBytes = Array.from({ length: 1000 }, () => 250_000);
  return {
    ...good,
    container: {
      ...good.container,
      timecode,
      pictures: [{ ...picture, packets: 1000, bits: 2_000_000_000, pictureBytes, gopLengths }],
      sounds: good.container.sounds.map((one) => ({ ...one, endSeconds: 40 })),
    },
    decoded: {
      ...good.decoded,
      ...{ frames: 1000, kinds: spans, heard },
      fields: { ...good.decoded.fields, flagged: { top: 1000, bottom: 0, progressive: 0 } },
      ...decoded,
    },
  };
}

const judge = (measured: FilmMeasurement, preset = presets.slated) => judgeFilm(measured, preset, order);
const barsOf = (measured: FilmMeasurement, preset = presets.slated) =>
  judge(measured, preset).checks.find(({ id }) => id === 'bars');
const failed = (measured: FilmMeasurement) =>
  judge(measured)
    .checks.filter(({ passed }) => passed === false)
    .map(({ id }) => id);

describe('quality control of a file with slate', () => {
  it('judges the film by its own frames and seconds, and what stands round it by the layout', () => {
    expect(failed(slated())).toEqual([]);
    const { checks } = judge(slated());
    expect(checks.find(({ id }) => id === 'frames')?.measured).toBe(250);
    expect(checks.find(({ id }) => id === 'container')?.measured).toContain('09:59:36:00');
    expect(barsOf(slated())?.measured).toBe('bars and tone 10 s, card 11 s, black 3 s, film, black 6 s');
  });

  it.each([
    [
      'bars that end a picture early',
      { kinds: [{ kind: 'bars', frames: 249 }, { kind: 'film', frames: 276 }, ...spans.slice(2)] },
      'bars in 249 of 250 pictures',
    ],
    [
      'a film that begins a picture late',
      { kinds: [...spans.slice(0, 2), { kind: 'black', frames: 74 }, ...spans.slice(3)] },
      'black before the film in 74 of 75 pictures',
    ],
    [
      'a tail that is no black',
      { kinds: [...spans.slice(0, 3), { kind: 'film', frames: 400 }] },
      'black behind the film in 0 of 150 pictures',
    ],
    [
      'a tone that is too low',
      { heard: heard.map((one) => (one === tone ? { ...tone, peaksDb: [-20, -18] } : one)) },
      'tone -20.0/-18.0 dBFS 1000 Hz',
    ],
    [
      'a tone of another pitch',
      { heard: heard.map((one) => (one === tone ? { ...tone, crossings: 880 / 24_000 } : one)) },
      'tone -18.0/-18.0 dBFS 880 Hz',
    ],
    ['sound behind the film', { heard: [...heard.slice(0, -1), voice] }, 'sound of -9.0 dBFS beside the film'],
    ['no sound at all', { heard: [] }, 'no tone'],
  ] as [string, Partial<FilmMeasurement['decoded']>, string][])('fails %s', (_, different, said) => {
    expect(failed(slated(different))).toEqual(['bars']);
    expect(barsOf(slated(different))?.measured).toContain(said);
  });

  it('fails a first time code that is the film’s, a lost frame, and a black end of the film itself', () => {
    expect(failed(slated({}, '10:00:00:00'))).toEqual(['container']);
    expect(failed(slated({ frames: 999 }))).toEqual(['frames']);
    expect(failed(slated({ black: [{ startSeconds: 3, endSeconds: 3.4 }] }))).toEqual(['black']);
  });

  it('fails a clean file in which bars stand', () => {
    expect(barsOf(good, presets.clean)).toMatchObject({ measured: 'no bars', passed: true });
    const { kinds: _, ...rest } = good.decoded;
    const barred = { ...good, decoded: { ...rest, kinds: spans.slice(0, 1) } };
    expect(barsOf(barred, presets.clean)).toMatchObject({ measured: 'bars 10 s', passed: false });
  });
});

describe('pictures are told apart', () => {
  const { width, height } = LUMA_RASTER;
  const picture = (at: (x: number) => number) =>
    Uint8Array.from({ length: width * height }, (_, place) => at(place % width));
  const barred = [235, 168, 145, 133, 63, 51, 28, 16];

  it('as bars, black, or a film', () => {
    const finder = new KindFinder();
    const pictures = [
      ...[picture((x) => barred[Math.floor(x / 8)] ?? 0), picture((x) => barred[Math.floor(x / 8)] ?? 0)],
      ...[picture(() => 16), picture((x) => barred[7 - Math.floor(x / 8)] ?? 0), picture((x) => (x === 9 ? 40 : 16))],
    ];
    for (const one of pictures) finder.take(one);
    expect(finder.spans).toEqual([
      ...[
        { kind: 'bars', frames: 2 },
        { kind: 'black', frames: 1 },
        { kind: 'film', frames: 2 },
      ],
    ]);
  });
});
