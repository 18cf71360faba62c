import { FRAME_RATE } from '../../kernel/frames.ts';
import { LINED_WIDTH, linedLuma } from '../fields/lined-picture.ts';
import type { LinedRaster } from '../fields/weigh-fields.ts';
import type { DeliveryPreset } from '../film/delivery-preset.ts';
import { type Chain, type Filter, filter } from '../film/filter-graph.ts';
import { fitRaster, type RasterFit } from '../film/fit-raster.ts';
import { framesAround } from '../film/slate/slate-layout.ts';
import type { ContainerFacts } from './film-measurement.ts';
import { LUMA_RASTER } from './luma-frames.ts';

// Where levels are read, in samples at 48 kHz: one window a second.
const WINDOW_SAMPLES = 48_000;

/** One decoding for everything that is measured: pads `picture`, `luma` and, where there is sound, `sound` and `levels`. */
export function measuringChains(container: ContainerFacts, preset: DeliveryPreset): Chain[] {
  const programme = programmeOf(container, preset);
  return [...pictureChains(fitRaster(preset.picture), programme), ...soundChains(container, preset, programme)];
}

/** Where the film stands in a file with slate: frames of the file, and seconds of its clock. */
interface Programme {
  readonly fromFrame: number;
  readonly toFrame: number;
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** undefined where the film is the whole file. */
function programmeOf({ pictures, sounds }: ContainerFacts, preset: DeliveryPreset): Programme | undefined {
  if (!preset.slated) return undefined;
  const { head, tail } = framesAround(preset);
  const toFrame = Math.max(head + 1, (pictures[0]?.packets ?? 0) - tail);
  // FFmpeg counts from the file's first stream, which may be sound.
  const first = Math.min(...[...pictures, ...sounds].map(({ startSeconds }) => startSeconds));
  const origin = (pictures[0]?.startSeconds ?? 0) - first;
  const secondsAt = (frame: number) => origin + frame / FRAME_RATE;
  return { fromFrame: head, toFrame, fromSeconds: secondsAt(head), toSeconds: secondsAt(toFrame) };
}

/** Left and right are the first two channels of all streams together. */
export function hasPair(container: ContainerFacts): boolean {
  return container.sounds.reduce((sum, one) => sum + one.channels, 0) >= 2;
}

/** Narrow first, with every line kept, for fields live in lines; black pictures show at 320 × 180 as well, and cost a fifth there. */
function pictureChains(fit: RasterFit, programme: Programme | undefined): Chain[] {
  const black = filter('blackdetect', { d: 0.12, pix_th: 0.05 });
  return [
    {
      from: ['0:v:0'],
      filters: [
        ...pictureAlone(fit),
        filter('scale', { w: 320, h: 'ih', flags: 'area' }),
        // Kind and field order of every picture, before the detector writes what it thinks over the flags.
        filter('showinfo', { checksum: 0 }),
        filter('idet'),
        filter('scale', { w: 320, h: 180, flags: 'area' }),
        // Each picture is looked at; of a file with slate only the film's are judged for black and range.
        ...(programme ? [] : [black]),
        filter('split'),
      ],
      to: [programme ? 'whole' : 'ranged', 'small'],
    },
    ...(programme ? [{ from: ['whole'], filters: [onlyFrames(programme), black], to: ['ranged'] }] : []),
    {
      from: ['ranged'],
      filters: [
        // Luma alone: encoders overshoot harmlessly in saturated colours. Without `val` it would be clipped into range first.
        filter('lutyuv', { y: 'val', u: 128, v: 128 }),
        filter('signalstats', { stat: 'brng' }),
        filter('metadata', { mode: 'print', key: 'lavfi.signalstats.BRNG' }),
      ],
      to: ['picture'],
    },
    { from: ['small'], filters: lumaFilters(), to: ['luma'] },
  ];
}

/** Without the black lines that a shape puts round it: even lines, so that fields stay fields. */
function pictureAlone({ pad, scale }: RasterFit): Filter[] {
  return pad ? [filter('crop', { w: 'iw', h: scale.height, x: 0, y: pad.top })] : [];
}

/** Pad `lined`: what the scales of fields take, for a second look; and its size. */
export function linedPicture(
  { pictures }: ContainerFacts,
  preset: DeliveryPreset,
): { readonly chain: Chain; readonly raster: LinedRaster } {
  const fit = fitRaster(preset.picture);
  const height = fit.pad ? fit.scale.height : (pictures[0]?.height ?? 0);
  return {
    chain: { from: ['0:v:0'], filters: [...pictureAlone(fit), ...linedLuma()], to: ['lined'] },
    raster: { width: LINED_WIDTH, height },
  };
}

function onlyFrames({ fromFrame, toFrame }: Programme): Filter {
  return filter('trim', { start_frame: fromFrame, end_frame: toFrame });
}

/** Brought to BT.709, so that a file's luma can be laid beside the master's. */
function lumaFilters(): Filter[] {
  const { width, height } = LUMA_RASTER;
  return [
    filter('scale', { w: width, h: height, flags: 'area', out_color_matrix: 'bt709', out_range: 'tv' }),
    filter('format', { pix_fmts: 'yuv444p' }),
    filter('extractplanes', { planes: 'y' }),
  ];
}

/** Two mono streams are one stereo pair to a listener: measured together. */
function soundChains(
  container: ContainerFacts,
  { loudness }: DeliveryPreset,
  programme: Programme | undefined,
): Chain[] {
  const streams = container.sounds.length;
  if (streams === 0) return [];
  const join = streams > 1 ? [filter('amerge', { inputs: streams })] : [];
  const meters = [
    ...loudnessMeter(loudness.shortForm !== undefined),
    filter('silencedetect', { noise: '-60dB', duration: 0.5 }),
  ];
  const streamPads = Array.from({ length: streams }, (_, index) => `0:a:${index}`);
  if (programme) {
    const apart: Chain[] = [
      { from: streamPads, filters: [...join, filter('asplit')], to: ['all', 'some'] },
      { from: ['all'], filters: secondFilters(), to: ['seconds'] },
      { from: ['some'], filters: [onlySeconds(programme)], to: ['programme'] },
    ];
    return [...apart, ...programmeChains(container, { from: ['programme'], join: [], meters })];
  }
  return programmeChains(container, { from: streamPads, join, meters });
}

interface Metered {
  readonly from: readonly string[];
  readonly join: readonly Filter[];
  readonly meters: readonly Filter[];
}

function programmeChains(container: ContainerFacts, { from, join, meters }: Metered): Chain[] {
  if (!hasPair(container)) return [{ from, filters: [...join, ...meters], to: ['sound'] }];
  return [
    { from, filters: [...join, filter('asplit')], to: ['heard', 'pair'] },
    { from: ['heard'], filters: meters, to: ['sound'] },
    { from: ['pair'], filters: levelFilters(), to: ['levels'] },
  ];
}

function onlySeconds({ fromSeconds, toSeconds }: Programme): Filter {
  return filter('atrim', { start: fromSeconds.toFixed(6), end: toSeconds.toFixed(6) });
}

/** Peak and pitch of each second of the whole file: the tone over bars, silence beside the film. */
function secondFilters(): Filter[] {
  const measures = 'Peak_level+Zero_crossings_rate';
  return [
    filter('asetnsamples', { n: WINDOW_SAMPLES, p: 0 }),
    filter('astats', { metadata: 1, reset: 1, measure_perchannel: measures, measure_overall: 'none' }),
    filter('ametadata', { mode: 'print' }),
  ];
}

/** The loudness of the whole; where a preset limits the loudest seconds, also of each tenth of a second. */
function loudnessMeter(withMoments: boolean): Filter[] {
  const meter = { peak: 'true', framelog: 'verbose' };
  if (!withMoments) return [filter('ebur128', meter)];
  const say = (key: string) => filter('ametadata', { mode: 'print', key: `lavfi.r128.${key}` });
  return [filter('ebur128', { ...meter, metadata: 1 }), say('S'), say('M')];
}

/** Levels of left, right and their middle, second by second: what the middle loses tells their phase. */
function levelFilters(): Filter[] {
  return [
    filter('pan', { args: '3.0|c0=c0|c1=c1|c2=0.5*c0+0.5*c1' }),
    filter('asetnsamples', { n: WINDOW_SAMPLES, p: 0 }),
    filter('astats', { metadata: 1, reset: 1, measure_perchannel: 'RMS_level', measure_overall: 'none' }),
    filter('ametadata', { mode: 'print' }),
  ];
}
