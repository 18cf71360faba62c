import type { RgbPicture } from './face-net.ts';

/** Lightness 0–255, row by row. */
export interface GrayPicture {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
}

/** Lightness as television weighs colours (BT.709). */
export function toGray({ width, height, rgb }: RgbPicture): GrayPicture {
  const values = new Uint8Array(width * height);
  for (let at = 0; at < values.length; at++) {
    const [red, green, blue] = [rgb[at * 3] ?? 0, rgb[at * 3 + 1] ?? 0, rgb[at * 3 + 2] ?? 0];
    values[at] = Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  }
  return { width, height, values };
}

/** The mean of all. */
export function meanLight({ values }: GrayPicture): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / Math.max(1, values.length);
}

/** The share of points that are at most, or at least, so light. */
export function shareOf({ values }: GrayPicture, fits: (value: number) => boolean): number {
  let count = 0;
  for (const value of values) if (fits(value)) count += 1;
  return count / Math.max(1, values.length);
}

/** The lightness that so large a share of the points exceed. */
export function levelExceededBy({ values }: GrayPicture, share: number): number {
  const counts = new Uint32Array(256);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  let above = 0;
  for (let level = 255; level > 0; level--) {
    above += counts[level] ?? 0;
    if (above > values.length * share) return level;
  }
  return 0;
}

/** Mean lightness of a box given in shares of width and height; 0 for one that lies outside. */
export function lightOfBox({ width, height, values }: GrayPicture, box: ShareBox): number {
  const [left, right] = [Math.max(0, box.x), Math.min(1, box.x + box.width)].map((x) => Math.round(x * width));
  const [top, bottom] = [Math.max(0, box.y), Math.min(1, box.y + box.height)].map((y) => Math.round(y * height));
  let [sum, count] = [0, 0];
  for (let y = top ?? 0; y < (bottom ?? 0); y++)
    for (let x = left ?? 0; x < (right ?? 0); x++) {
      sum += values[y * width + x] ?? 0;
      count += 1;
    }
  return sum / Math.max(1, count);
}

interface ShareBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * How fine the picture is drawn: the mean of the strongest tenth of its steps between neighbours. Even walls do not count
 * against it, as they would in a mean over all.
 */
export function measureDetail({ width, height, values }: GrayPicture): number {
  const counts = new Uint32Array(511);
  for (let y = 0; y + 1 < height; y++)
    for (let x = 0; x + 1 < width; x++) {
      const at = y * width + x;
      const here = values[at] ?? 0;
      const step = Math.abs(here - (values[at + 1] ?? 0)) + Math.abs(here - (values[at + width] ?? 0));
      counts[step] = (counts[step] ?? 0) + 1;
    }
  const wanted = Math.max(1, ((width - 1) * (height - 1)) / 10);
  let [taken, sum] = [0, 0];
  for (let step = counts.length - 1; step >= 0 && taken < wanted; step--) {
    const count = Math.min(counts[step] ?? 0, wanted - taken);
    taken += count;
    sum += count * step;
  }
  return sum / wanted;
}

/** The mean step of a point's lightness from one picture to the next. */
export function measureChange(a: GrayPicture, b: GrayPicture): number {
  let sum = 0;
  for (let at = 0; at < a.values.length; at++) sum += Math.abs((a.values[at] ?? 0) - (b.values[at] ?? 0));
  return sum / Math.max(1, a.values.length);
}

/** How far the whole picture moved, in shares of its width and height; what moves within it hardly counts. */
export function measureShift(before: GrayPicture, now: GrayPicture): { readonly x: number; readonly y: number } {
  return {
    x: bestShift(columnMeans(before), columnMeans(now)) / now.width,
    y: bestShift(rowMeans(before), rowMeans(now)) / now.height,
  };
}

function columnMeans({ width, height, values }: GrayPicture): Float64Array {
  const sums = new Float64Array(width);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) sums[x] = (sums[x] ?? 0) + (values[y * width + x] ?? 0);
  return sums.map((sum) => sum / height);
}

function rowMeans({ width, height, values }: GrayPicture): Float64Array {
  return new Float64Array(height).map((_, y) => meanOf(values.subarray(y * width, (y + 1) * width)));
}

function meanOf(values: Uint8Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / Math.max(1, values.length);
}

/** The move (−8 % … 8 % of the length) at which the steps of two rows of means lie best over each other. */
function bestShift(before: Float64Array, now: Float64Array): number {
  const [a, b] = [stepsOf(before), stepsOf(now)];
  const reach = Math.round(a.length * 0.08);
  let best = { shift: 0, off: mismatch(a, b, 0) };
  for (let shift = 1; shift <= reach; shift++)
    for (const signed of [shift, -shift]) {
      const off = mismatch(a, b, signed);
      // A tenth better than standing still: noise alone moves nothing.
      if (off < best.off * 0.9) best = { shift: signed, off };
    }
  return best.shift;
}

function stepsOf(means: Float64Array): Float64Array {
  return means.map((value, index) => value - (means[index - 1] ?? value));
}

function mismatch(a: Float64Array, b: Float64Array, shift: number): number {
  let [sum, count] = [0, 0];
  for (let at = Math.max(0, -shift); at < Math.min(a.length, a.length - shift); at++) {
    sum += Math.abs((a[at] ?? 0) - (b[at + shift] ?? 0));
    count += 1;
  }
  return sum / Math.max(1, count);
}
