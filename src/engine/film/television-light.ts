import { type Filter, filter } from './filter-graph.ts';
import { inBands, type Size } from './picture-bands.ts';
import type { SourceColour } from './source-colour.ts';

/**
 * A clip's picture at a size, in BT.709 and television's range. What it already is stays untouched. `steady` is the size of
 * pictures that come one by one from zero at a steady rate, as `fps` sends them; missing, they come whenever the clip has them.
 */
export function toTelevision(colour: SourceColour, size: Size, steady?: Size): Filter[] {
  if (colour.light !== 'sdr') return toneMapped(colour, size, steady);
  const { width: w, height: h } = size;
  const range = colour.range === 'full' ? { in_range: 'pc' } : {};
  // BT.2020 without HDR has its own primaries too: swscale knows only matrices.
  if (colour.matrix === 'bt2020') return [filter('scale', { w, h, ...range, out_range: 'tv' }), FROM_2020];
  const matrix = colour.matrix === 'bt601' ? { in_color_matrix: 'bt601', out_color_matrix: 'bt709' } : {};
  return [filter('scale', { w, h, ...range, out_range: 'tv', ...matrix })];
}

const FROM_2020 = filter('colorspace', { iall: 'bt2020', irange: 'tv', all: 'bt709', range: 'tv', format: 'yuv420p' });

// BT.2100, table 5.
const HLG = { a: 0.17883277, b: 0.28466892, c: 0.55991073 } as const;
// SMPTE ST 2084.
const PQ = { m1: 0.1593017578125, m2: 78.84375, c1: 0.8359375, c2: 18.8515625, c3: 18.6875 } as const;
const TRANSFERS = { hlg: 'arib-std-b67', pq: 'smpte2084' } as const;
const MATRICES = { bt709: 'bt709', bt2020: 'bt2020nc', bt601: 'smpte170m' } as const;

/** HLG and PQ brought to television's light; scaled first, for every step after it is dear. */
function toneMapped(
  { light, matrix, primaries, range }: SourceColour,
  { width, height }: Size,
  steady: Size | undefined,
): Filter[] {
  if (light === 'sdr') throw new Error('television light needs no tone map');
  const decided = { color_primaries: primaries, color_trc: TRANSFERS[light], colorspace: MATRICES[matrix] };
  const bent = { expression: bentSignal(light) };
  const steps = [
    // To RGB by the matrix alone, the light still as it was filmed: what is not bright goes through the table untouched.
    filter('zscale', { f: 'bilinear' }),
    filter('format', { pix_fmts: 'gbrp12le' }),
    // Bent while the primaries are still wide: a blue sky fades to white; in BT.709's it would turn cyan first.
    filter('lutrgb', { r: bent, g: bent, b: bent }),
    filter('zscale', { m: 'bt709', r: 'tv', p: 'bt709', t: 'bt709', npl: WHITE_NITS, f: 'bilinear' }),
    filter('format', { pix_fmts: 'yuv420p' }),
  ];
  // zscale copies what is already the size; scale hands it on, and makes right what a clip's header lied about.
  const scaler = steady?.width === width && steady.height === height ? 'scale' : 'zscale';
  return [
    filter(scaler, { w: width, h: height }),
    // All said anew: a clip with one tag missing has no path between colour spaces.
    filter('setparams', { range: range === 'full' ? 'pc' : 'tv', ...decided }),
    ...(steady ? inBands({ width, height }, steps) : steps),
  ];
}

// HDR's white [BT.2408]; five times as much is all that HLG holds, and becomes television's white.
const WHITE_NITS = 203;
const PEAK = 5;
// Straight up to here, then bent: patches keep their values (src/decisions/hdr-on-television.md).
const BEND = 0.7;

// Full range as the scaler writes it; FFmpeg's own `maxval` is 255 × 16.
const TWELVE_BITS = 4095;

/** A channel's signal as HDR carries it → the signal of its bent light; twelve bits, so that no step of ten is lost. */
function bentSignal(light: 'hlg' | 'pq'): string {
  const { toLight, toSignal } = CURVES[light];
  // st and ld are FFmpeg's own variables: 0 holds the light. A table's values are cut off, not rounded.
  const bent = `if(lte(st(0,${toLight(`val/${TWELVE_BITS}`)}),${BEND}),val,0.5+${TWELVE_BITS}*${toSignal(bentLight('ld(0)'))})`;
  // FFmpeg's table has 65,536 places whatever the depth; each costs an evaluation, 0.1 s together.
  return `if(gt(val,${TWELVE_BITS}),${TWELVE_BITS},${bent})`;
}

/** The Möbius curve that leaves the straight line at BEND without a corner and reaches 1 at PEAK; in whites. */
function bentLight(light: string): string {
  const a = (-BEND * BEND * (PEAK - 1)) / (BEND * BEND - 2 * BEND + PEAK);
  const b = (BEND * BEND - 2 * BEND * PEAK + PEAK) / (PEAK - 1);
  const scale = (b * b + 2 * b * BEND + BEND * BEND) / (b - a);
  return `min(1,${scale.toFixed(6)}*(${light}+${a.toFixed(6)})/(${light}+${b.toFixed(6)}))`.replaceAll('+-', '-');
}

/** Signal from 0 to 1 to light in whites, and back. */
const CURVES = {
  // BT.2100's HLG on a screen of 1,000 nits, whose gamma is 1.2. That gamma is of the whole light, not of a channel: greys bend exactly
  // as they should, and only colours without any white in them, at full light, come out more than 11 of 255 beside.
  hlg: {
    toLight: (signal: string) =>
      `${whites(1000)}*pow(if(lte(${signal},0.5),pow(${signal},2)/3,(exp((${signal}-${HLG.c})/${HLG.a})+${HLG.b})/12),1.2)`,
    toSignal: (light: string) =>
      `if(lte(st(1,pow(${light}/${whites(1000)},1/1.2)),1/12),sqrt(3*ld(1)),${HLG.a}*log(12*ld(1)-${HLG.b})+${HLG.c})`,
  },
  pq: {
    toLight: (signal: string) =>
      `${whites(10_000)}*pow(max(st(1,pow(${signal},1/${PQ.m2}))-${PQ.c1},0)/(${PQ.c2}-${PQ.c3}*ld(1)),1/${PQ.m1})`,
    toSignal: (light: string) =>
      `pow((${PQ.c1}+${PQ.c2}*st(1,pow(${light}/${whites(10_000)},${PQ.m1})))/(1+${PQ.c3}*ld(1)),${PQ.m2})`,
  },
} as const;

function whites(nits: number): string {
  return (nits / WHITE_NITS).toFixed(6);
}
