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

/** HLG and PQ brought to television's light; scaled first, for linear light is dear. */
function toneMapped({ light, matrix, primaries, range }: SourceColour, { width, height }: Size): Filter[] {
  if (light === 'sdr') throw new Error('television light needs no tone map');
  const decided = { color_primaries: primaries, color_trc: TRANSFERS[light], colorspace: MATRICES[matrix] };
  return [
    filter('zscale', { w: width, h: height }),
    // All said anew: a clip with one tag missing has no path between colour spaces.
    filter('setparams', { range: range === 'full' ? 'pc' : 'tv', ...decided }),
    // 203 nits is HDR's white [BT.2408]: it becomes 1.
    filter('zscale', { t: 'linear', npl: 203 }),
    filter('format', { pix_fmts: 'gbrpf32le' }),
    filter('zscale', { p: 'bt709' }),
    // Straight up to 0.7, then bent so that 1,015 nits (five times white) is television's white: patches keep their values
    // (src/decisions/hdr-on-television.md). hable takes a third of the light of everything.
    filter('tonemap', { tonemap: 'mobius', param: 0.7, peak: 5, desat: 0 }),
    filter('zscale', { t: 'bt709', m: 'bt709', r: 'tv' }),
    filter('format', { pix_fmts: 'yuv420p' }),
  ];
}
