import type { FilmExpectation } from '../../../src/engine/qc/film-expectation.ts';
import type { FilmMeasurement } from '../../../src/engine/qc/film-measurement.ts';
import { frames } from '../../../src/kernel/frames.ts';

export const little = (luma: number) => new Uint8Array(144).fill(luma);
export const speaking = { leftDb: -28, rightDb: -28, correlation: 1 };
const master = { seconds: Array.from({ length: 10 }, (_, second) => little(101 + second)) };

/** What is expected of `good`. */
export const order: FilmExpectation = {
  frames: frames(250),
  endCardFrame: frames(200),
  cues: [],
  sound: 'voice',
  witness: master,
};

/** A master of ten seconds as its preset wants it: XDCAM HD422. */
export const good: FilmMeasurement = {
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
        pictureBytes: Array.from({ length: 250 }, () => 250_000),
        gopLengths: Array.from({ length: 20 }, () => 12),
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
    timecode: '10:00:00:00',
  },
  decoded: {
    frames: 250,
    errors: [],
    black: [],
    kinds: [{ kind: 'film', frames: 250 }],
    freezes: [{ startSeconds: 9, endSeconds: undefined }],
    outOfRange: 0.001,
    fields: { flagged: { top: 250, bottom: 0, progressive: 0 }, seen: { top: 3, bottom: 0, progressive: 200 } },
    groups: { longestRun: 2, open: 0, openAt: undefined, groups: 21 },
    flashes: { most: 1, atFrame: 0 },
    witness: { seconds: Array.from({ length: 10 }, (_, second) => little(100 + second)) },
    sound: {
      lufs: -23.1,
      truePeakDbtp: -2,
      windows: Array.from({ length: 10 }, () => speaking),
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
  clock: undefined,
};

type Picture = FilmMeasurement['container']['pictures'][number];
export const withPicture = (different: Partial<Picture>): FilmMeasurement => ({
  ...good,
  container: { ...good.container, pictures: good.container.pictures.map((one) => ({ ...one, ...different })) },
});
export const withDecoded = (different: Partial<FilmMeasurement['decoded']>): FilmMeasurement => ({
  ...good,
  decoded: { ...good.decoded, ...different },
});
const sound = good.decoded.sound;
export const withSound = (different: Partial<NonNullable<typeof sound>>) =>
  withDecoded({ sound: sound && { ...sound, ...different } });
