import { type Filter, filter } from './filter-graph.ts';
import type { SourceColour } from './source-colour.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A clip's picture at a size, in BT.709 and television's range. What it already is stays untouched. */
export function toTelevision(colour: SourceColour, size: Size): Filter[] {
  if (colour.light !== 'sdr') return toneMapped(colour, size);
  const { width: w, height: h } = size;
  const range = colour.range === 'full' ? { in_range: 'pc' } : {};
  // BT.2020 without HDR has its own primaries too: swscale knows only matrices.
  if (colour.matrix === 'bt2020') return [filter('scale', { w, h, ...range, out_range: 'tv' }), FROM_2020];
  const matrix = colour.matrix === 'bt601' ? { in_color_matrix: 'bt601', out_color_matrix: 'bt709' } : {};
  return [filter('scale', { w, h, ...range, out_range: 'tv', ...matrix })];
}

const FROM_2020 = filter('colorspace', { iall: 'bt2020', irange: 'tv', all: 'bt709', range: 'tv', format: 'yuv420p' });

const TRANSFERS = { hlg: 'arib-std-b67', pq: 'smpte2084' } as const;
const MATRICES = { bt709: 'bt709', bt2020: 'bt2020nc', bt601: 'smpte170m' } as const;

/** HLG and PQ brought to television's light; scaled first, for every step after it is dear. */
function toneMapped({ light, matrix, primaries, range }: SourceColour, { width, height }: Size): Filter[] {
  if (light === 'sdr') throw new Error('television light needs no tone map');
  const decided = { color_primaries: primaries, color_trc: TRANSFERS[light], colorspace: MATRICES[matrix] };
  return [
    filter('zscale', { w: width, h: height }),
    // All said anew: a clip with one tag missing has no path between colour spaces.
    filter('setparams', { range: range === 'full' ? 'pc' : 'tv', ...decided }),
    filter('zscale', { t: 'bt709', npl: MOST_NITS, f: 'bilinear' }),
    filter('format', { pix_fmts: 'gbrp12le' }),
    // Bent while the primaries are still wide: a blue sky fades to white; in BT.709's it would turn cyan first.
    filter('lutrgb', { r: BENT, g: BENT, b: BENT }),
    filter('zscale', { m: 'bt709', r: 'tv', p: 'bt709', t: 'bt709', f: 'bilinear' }),
    filter('format', { pix_fmts: 'yuv420p' }),
  ];
}

// 203 nits is HDR's white [BT.2408]; five times as much is all that HLG holds, and becomes television's white.
const PEAK = 5;
const MOST_NITS = 203 * PEAK;
// Straight up to here, then bent: patches keep their values (src/decisions/hdr-on-television.md).
const BEND = 0.7;
// What zscale makes of `t=bt709` is a screen's curve [BT.1886].
const SCREEN = 2.4;

/** The table from light whose most is MOST_NITS to television's: twelve bits, so that the darks keep their steps. */
const BENT = { expression: bentTable() };

function bentTable(): string {
  // The Möbius curve that leaves the straight line at BEND without a corner and reaches 1 at PEAK.
  const a = (-BEND * BEND * (PEAK - 1)) / (BEND * BEND - 2 * BEND + PEAK);
  const b = (BEND * BEND - 2 * BEND * PEAK + PEAK) / (PEAK - 1);
  const scale = (b * b + 2 * b * BEND + BEND * BEND) / (b - a);
  const light = `${PEAK}*pow(val/maxval,${SCREEN})`;
  const curve = `${scale.toFixed(6)}*(${light}+${a.toFixed(6)})/(${light}+${b.toFixed(6)})`.replaceAll('+-', '-');
  return `min(maxval,maxval*pow(if(lte(${light},${BEND}),${light},${curve}),${(1 / SCREEN).toFixed(6)}))`;
}
