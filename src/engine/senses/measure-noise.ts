import type { GrayPicture } from './gray-picture.ts';

/** Two pictures one after another. */
export interface PicturePair {
  readonly first: GrayPicture;
  readonly second: GrayPicture;
}

// A block holds enough points for an honest deviation and is small enough to lie on one wall.
const BLOCK = 16;
// At television's black and white, noise is cut off: such a block says nothing.
const DARKEST = 20;
const BRIGHTEST = 225;
// A fifth of most pictures is wall, sky, shadow or out of focus.
const FLATTEST = 0.2;
// A screen's letters on black are no picture of noise.
const LEAST_BLOCKS = 0.25;

/**
 * How noisy two pictures are: the deviation of single points (of 255, television's range) in their flattest blocks.
 * What stays from one picture to the next is drawn, and what is even or slanted in a block is light: neither is noise.
 * undefined where too much is black or white to tell.
 */
export function measureNoise({ first, second }: PicturePair): number | undefined {
  const deviations: number[] = [];
  let blocks = 0;
  for (let top = 1; top + BLOCK < first.height; top += BLOCK)
    for (let left = 1; left + BLOCK < first.width; left += BLOCK) {
      blocks += 1;
      const mean = meanOfBlock(first, left, top);
      if (mean < DARKEST || mean > BRIGHTEST) continue;
      deviations.push(Math.min(unevenness(first, left, top), flicker({ first, second }, left, top)));
    }
  if (deviations.length < blocks * LEAST_BLOCKS) return undefined;
  return deviations.toSorted((a, b) => a - b)[Math.floor(deviations.length * FLATTEST)];
}

function meanOfBlock({ width, values }: GrayPicture, left: number, top: number): number {
  let sum = 0;
  for (const at of pointsOf(width, left, top)) sum += values[at] ?? 0;
  return sum / BLOCK ** 2;
}

// The mask 1 −2 1 · −2 4 −2 · 1 −2 1 lifts a point's deviation six times: the root of the sum of its squares [Immerkær 1996].
const LIFT = 6;

function unevenness({ width, values }: GrayPicture, left: number, top: number): number {
  let squares = 0;
  for (const at of pointsOf(width, left, top)) {
    const value = (near: number) => values[at + near] ?? 0;
    const corners = value(-width - 1) + value(-width + 1) + value(width - 1) + value(width + 1);
    const sides = value(-width) + value(width) + value(-1) + value(1);
    squares += (corners - 2 * sides + 4 * value(0)) ** 2;
  }
  return Math.sqrt(squares / BLOCK ** 2) / LIFT;
}

/** The deviation of the change, of which each picture has its share. */
function flicker({ first, second }: PicturePair, left: number, top: number): number {
  let [sum, squares] = [0, 0];
  for (const at of pointsOf(first.width, left, top)) {
    const change = (second.values[at] ?? 0) - (first.values[at] ?? 0);
    sum += change;
    squares += change ** 2;
  }
  const count = BLOCK ** 2;
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2) / 2);
}

function* pointsOf(width: number, left: number, top: number): Generator<number> {
  for (let y = top; y < top + BLOCK; y++) for (let x = left; x < left + BLOCK; x++) yield y * width + x;
}
