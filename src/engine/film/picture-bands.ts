import { type Filter, filter } from './filter-graph.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Filters on each picture's equal bands, one after another through the same memory, and the picture put together again: one
 * in gbrp12le is 12 MB and throws the encoders' work out of the core's cache, a band is 1.4. Pictures must come at a steady
 * rate from zero. Chroma is no more blended over a band's edge: one step of 255 in phones' films (src/decisions/hdr-on-television.md).
 */
export function inBands(size: Size, filters: readonly Filter[]): readonly Filter[] {
  const count = bandCount(size);
  if (count === 1) return filters;
  const layout = `1x${count}`;
  return [
    filter('untile', { layout }),
    ...filters,
    filter('tile', { layout }),
    // Where a clip ends, untile says so in the wrong clock (FFmpeg 5.1): what holds a short clip's last picture would begin there.
    filter('setpts', { expr: 'N/(FRAME_RATE*TB)' }),
  ];
}

// Pixels: 1920 × 120, and six bytes each.
const BAND = 240_000;

/** The fewest bands of equal and even height that are no larger than BAND; one for a height that has no such parts. */
function bandCount({ width, height }: Size): number {
  for (let count = 1; count <= height / SHORTEST_BAND; count += 1)
    if (height % (2 * count) === 0 && (width * height) / count <= BAND) return count;
  return 1;
}

// Rows; in shorter ones the edges and the steps from band to band would count.
const SHORTEST_BAND = 32;
