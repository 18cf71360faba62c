import { type Filter, filter, formatGraph } from '../film/filter-graph.ts';
import { decideColour } from '../film/source-colour.ts';
import { toTelevision } from '../film/television-light.ts';
import type { PictureFacts } from './film-facts.ts';
import type { Token } from './run-order.ts';

export interface Raster {
  readonly width: number;
  readonly height: number;
}

/** The size in which people see a film, made to fit `longSide` × `shortSide` either way up; never enlarged; even numbers. */
export function fitDisplay(picture: PictureFacts, longSide: number, shortSide: number): Raster {
  const { displayWidth: width, displayHeight: height } = picture;
  const share = Math.min(1, longSide / Math.max(width, height), shortSide / Math.min(width, height));
  return { width: even(width * share), height: even(height * share) };
}

/**
 * Brings a foreign picture (input 0, opened with `-noautorotate`) upright, square and into television's light at the given
 * size as shown, then `last`; maps it. FFmpeg 5.1 hands the matrix of a graph's only input on to the output, which would
 * turn the picture again: hence a second input that goes nowhere (one frame: an endless one is read for ever). From 7 on
 * the matrix travels with the frames: `sidedata`.
 */
export function uprightPicture(
  picture: PictureFacts,
  shown: Raster,
  { zscale, last }: { zscale: boolean; last: Filter },
): Token[] {
  const graph = formatGraph([
    { from: ['1:0'], filters: [filter('nullsink')], to: [] },
    { from: [`0:${picture.index}`], filters: [...uprightFilters(picture, shown, zscale), last], to: ['upright'] },
  ]);
  return [
    ['-f', 'lavfi', '-i', 'color=s=16x16:d=0.04'],
    ['-filter_complex', graph, '-map', '[upright]'],
  ];
}

function uprightFilters(picture: PictureFacts, shown: Raster, zscale: boolean): Filter[] {
  const turned = Math.abs(picture.rotation) === 90;
  // Scaled before it is turned: a row at a time is cheaper than a column.
  const stored = turned ? { width: shown.height, height: shown.width } : shown;
  const interlaced = picture.fieldOrder !== 'progressive' && picture.fieldOrder !== 'unknown';
  const colour = decideColour(picture);
  return [
    ...(interlaced ? [filter('bwdif', { mode: 'send_frame', deint: 'interlaced' })] : []),
    // Without zscale HDR stays pale: better than no proxy.
    ...toTelevision(zscale ? colour : { ...colour, light: 'sdr', matrix: 'bt709' }, stored),
    ...(picture.mirrored ? [filter('hflip')] : []),
    ...TURNS[picture.rotation],
    filter('sidedata', { mode: 'delete', type: 'DISPLAYMATRIX' }),
    filter('setsar', { sar: 1 }),
    filter('format', { pix_fmts: 'yuv420p' }),
  ];
}

// The matrix counts counter-clockwise.
const TURNS: Readonly<Record<PictureFacts['rotation'], readonly Filter[]>> = {
  0: [],
  [-90]: [filter('transpose', { dir: 'clock' })],
  90: [filter('transpose', { dir: 'cclock' })],
  180: [filter('hflip'), filter('vflip')],
};

function even(value: number): number {
  return Math.max(2, Math.round(value / 2) * 2);
}
