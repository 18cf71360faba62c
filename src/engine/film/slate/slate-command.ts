import { join } from 'node:path';
import { FRAME_RATE } from '../../../kernel/frames.ts';
import { flattenTokens, type Token } from '../../ffmpeg/run-order.ts';
import type { DeliveryPreset } from '../delivery-preset.ts';
import { fileStart, soundTokens } from '../encoder-tokens.ts';
import { outputSound, soundPads } from '../film-tokens.ts';
import { type Chain, type Filter, filter, formatGraph } from '../filter-graph.ts';
import { IN_RANGE } from '../output-graph.ts';
import { pieceForm, pieceTokens } from '../segments/piece-tokens.ts';
import { framesAround, slateOf } from './slate-layout.ts';

/** One end of a slated file, in files of the work folder: its pictures, and each of its sound streams bare. */
export interface SlateEnd {
  readonly pictures: string;
  readonly sounds: readonly string[];
}

const SAMPLE_RATE = 48_000;
/** The head's pictures: bars, then the card's, a second each; `<stem>-000.qoi` … */
const HEAD_PICTURES = 'slate-%03d.qoi';

/** How a sound stream is kept between its encoder and the joined file. */
export function soundForm({ sound }: DeliveryPreset): 'mp2' | 's24le' | 's16le' {
  if (sound.codec === 'aac') throw new Error('no file with AAC sound is slated');
  return ({ mp2: 'mp2', 'pcm-s24': 's24le', 'pcm-s16': 's16le' } as const)[sound.codec];
}

export function slateEnd(preset: DeliveryPreset, end: 'head' | 'tail'): SlateEnd {
  const streams = soundPads(preset, 0).map((_, at) => `${end}-${preset.name}-${at}.${soundForm(preset)}`);
  return { pictures: `${end}-${preset.name}.${pieceForm(preset)}`, sounds: streams };
}

export interface SlateOrder {
  readonly folder: string;
  /** How full a decoder's buffer is after the programme (0–1). */
  readonly fullness: number;
  /** Time code behind the programme. */
  readonly tailTimecode: ReturnType<typeof fileStart>;
}

/** Bars, card and black as the preset's own encoders write them: the head and the tail of a file with slate, in one process. */
export function slateCommand(preset: DeliveryPreset, { folder, fullness, tailTimecode }: SlateOrder): Token[] {
  const { head, tail } = framesAround(preset);
  const within = (file: string) => `file:${join(folder, file)}`;
  const ends = [
    { end: slateEnd(preset, 'head'), at: 0, start: { timecode: fileStart(preset), fullness: 1 } },
    { end: slateEnd(preset, 'tail'), at: 1, start: { timecode: tailTimecode, fullness } },
  ];
  const chains = [headPictures(preset, head), blackPictures(preset, tail), ...sounds(preset)];
  return [
    ['-f', 'image2', '-framerate', '1', '-start_number', '0', '-i', within(HEAD_PICTURES)],
    ['-filter_complex_threads', '2', '-filter_complex', formatGraph(chains)],
    ...ends.flatMap(({ end, at, start }): Token[] => [
      ['-map', `[v${at}]`, ...flattenTokens(pieceTokens(preset, start)), within(end.pictures)],
      ...soundPads(preset, at).map((pad, stream): Token => {
        const file = within(end.sounds[stream] ?? '');
        return ['-map', `[${pad}]`, ...flattenTokens(soundTokens(preset.sound)), '-f', soundForm(preset), file];
      }),
    ]),
  ];
}

/** A picture a second, black behind them. */
function headPictures(preset: DeliveryPreset, head: number): Chain {
  const { barsSeconds, blackSeconds, cardSeconds } = slateOf(preset);
  const shown = (barsSeconds + cardSeconds) * FRAME_RATE;
  return {
    from: ['0:v'],
    filters: [
      filter('scale', { out_color_matrix: matrixOf(preset), out_range: 'tv' }),
      filter('format', { pix_fmts: pixelsOf(preset) }),
      ...IN_RANGE,
      ...blanked(preset),
      filter('fps', { fps: FRAME_RATE }),
      filter('tpad', { stop_mode: 'clone', stop: FRAME_RATE }),
      filter('trim', { end_frame: shown }),
      filter('tpad', { stop_mode: 'add', stop: blackSeconds * FRAME_RATE, color: 'black' }),
      filter('trim', { end_frame: head }),
      ...asFile(preset),
    ],
    to: ['v0'],
  };
}

function blackPictures(preset: DeliveryPreset, tail: number): Chain {
  const { width, height } = preset.picture.raster;
  return {
    from: [],
    filters: [
      filter('color', { color: 'black', size: `${width}x${height}`, rate: FRAME_RATE }),
      filter('format', { pix_fmts: pixelsOf(preset) }),
      filter('trim', { end_frame: tail }),
      ...asFile(preset),
    ],
    to: ['v1'],
  };
}

function matrixOf({ picture }: DeliveryPreset): string {
  return picture.colour.matrix === 'bt709' ? 'bt709' : 'bt601';
}

function pixelsOf({ picture }: DeliveryPreset): string {
  return picture.chroma === '422' ? 'yuv422p' : 'yuv420p';
}

function blanked({ picture: { raster, blankLines } }: DeliveryPreset): Filter[] {
  return blankLines === 0
    ? []
    : [filter('pad', { w: raster.width, h: raster.height, x: 0, y: blankLines, color: 'black' })];
}

function asFile({ picture }: DeliveryPreset): Filter[] {
  const { num, den } = picture.pixelAspect;
  const field = picture.scan === 'progressive' ? 'prog' : 'tff';
  return [
    // The black that `tpad` adds is stamped a frame late: a hole that an encoder would fill.
    filter('settb', { expr: `1/${FRAME_RATE}` }),
    filter('setpts', { expr: 'N' }),
    filter('setsar', { sar: `${num}/${den}` }),
    filter('setfield', { mode: field }),
  ];
}

// The source's own peaks stand at an eighth of full scale.
const SINE_PEAK_DBFS = 20 * Math.log10(1 / 8);

/** The tone over the bars, silence to the head's end; silence over the tail. */
function sounds(preset: DeliveryPreset): Chain[] {
  const { barsSeconds, tone } = slateOf(preset);
  const { head, tail } = framesAround(preset);
  const samples = (count: number) => (count * SAMPLE_RATE) / FRAME_RATE;
  // Not by a change of layout, which would take 3 dB from both sides.
  const stereo = filter('pan', { args: 'stereo|c0=c0|c1=c0' });
  return [
    {
      from: [],
      filters: [
        filter('sine', { frequency: tone.hertz, sample_rate: SAMPLE_RATE }),
        filter('volume', { volume: `${(tone.dbfs - SINE_PEAK_DBFS).toFixed(3)}dB` }),
        stereo,
        filter('atrim', { end_sample: barsSeconds * SAMPLE_RATE }),
        filter('apad', { whole_len: samples(head) }),
        filter('atrim', { end_sample: samples(head) }),
      ],
      to: ['mix0'],
    },
    {
      from: [],
      filters: [filter('anullsrc', { r: SAMPLE_RATE, cl: 'stereo' }), filter('atrim', { end_sample: samples(tail) })],
      to: ['mix1'],
    },
    // As long as it is: the pad that a whole film's Layer II needs would put silence into the middle.
    ...[0, 1].map((at) => {
      const chain = outputSound(preset, at);
      return preset.sound.codec === 'mp2' ? { ...chain, filters: [filter('anull')] } : chain;
    }),
  ];
}
