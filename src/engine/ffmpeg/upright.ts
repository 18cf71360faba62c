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
  { zscale, last }: { zscale: boolean; last: string },
): Token[] {
  const filters = [...uprightFilters(picture, shown, zscale), last].join(',');
  return [
    ['-f', 'lavfi', '-i', 'color=s=16x16:d=0.04'],
    ['-filter_complex', `[1:0]nullsink;[0:${picture.index}]${filters}[upright]`, '-map', '[upright]'],
  ];
}

function uprightFilters(picture: PictureFacts, shown: Raster, zscale: boolean): string[] {
  const turned = Math.abs(picture.rotation) === 90;
  // Scaled before it is turned: a row at a time is cheaper than a column.
  const stored = turned ? { width: shown.height, height: shown.width } : shown;
  const interlaced = picture.fieldOrder !== 'progressive' && picture.fieldOrder !== 'unknown';
  return [
    ...(interlaced ? ['bwdif=mode=send_frame:deint=interlaced'] : []),
    ...(picture.hdr && zscale ? toneMapped(stored) : [`scale=${stored.width}:${stored.height}:out_range=tv`]),
    ...TURNS[picture.rotation],
    'sidedata=mode=delete:type=DISPLAYMATRIX',
    'setsar=1',
    'format=yuv420p',
  ];
}

// The matrix counts counter-clockwise.
const TURNS: Readonly<Record<PictureFacts['rotation'], readonly string[]>> = {
  0: [],
  [-90]: ['transpose=clock'],
  90: ['transpose=cclock'],
  180: ['hflip', 'vflip'],
};

// 203 nits is HDR's white (BT.2408); scaled first, for linear light is dear.
function toneMapped({ width, height }: Raster): string[] {
  return [
    `zscale=w=${width}:h=${height}`,
    'zscale=t=linear:npl=203',
    'format=gbrpf32le',
    'zscale=p=bt709',
    'tonemap=hable:desat=0',
    'zscale=t=bt709:m=bt709:r=tv',
  ];
}

function even(value: number): number {
  return Math.max(2, Math.round(value / 2) * 2);
}
