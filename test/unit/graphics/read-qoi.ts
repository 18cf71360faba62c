import type { Qoi } from '../../../src/engine/graphics/layers.ts';

/** A QOI picture read back as the format's own page describes it: RGBA with straight alpha. Throws where it is none. */
export function readQoi(picture: Qoi): { width: number; height: number; pixels: Uint8Array } {
  const view = new DataView(picture.buffer, picture.byteOffset, picture.length);
  if (Buffer.from(picture.subarray(0, 4)).toString() !== 'qoif') throw new Error('no QOI picture');
  const [width, height] = [view.getUint32(4), view.getUint32(8)];
  const pixels = new Uint8Array(width * height * 4);
  const seen = Array.from({ length: 64 }, () => [0, 0, 0, 0]);
  let [red, green, blue, alpha] = [0, 0, 0, 255];
  let at = 14;
  for (let pixel = 0; pixel < width * height; ) {
    const tag = view.getUint8(at++);
    let times = 1;
    if (tag === 0xfe || tag === 0xff) {
      [red, green, blue] = [view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2)];
      alpha = tag === 0xff ? view.getUint8(at + 3) : alpha;
      at += tag === 0xff ? 4 : 3;
    } else if (tag >> 6 === 0) {
      [red = 0, green = 0, blue = 0, alpha = 0] = seen[tag] ?? [];
    } else if (tag >> 6 === 1) {
      const by = (shift: number) => ((tag >> shift) & 3) - 2;
      [red, green, blue] = [wrapped(red + by(4)), wrapped(green + by(2)), wrapped(blue + by(0))];
    } else if (tag >> 6 === 2) {
      const [base, others] = [(tag & 63) - 32, view.getUint8(at++)];
      const [redBy, blueBy] = [base + (others >> 4) - 8, base + (others & 15) - 8];
      [red, green, blue] = [wrapped(red + redBy), wrapped(green + base), wrapped(blue + blueBy)];
    } else times = (tag & 63) + 1;
    seen[(red * 3 + green * 5 + blue * 7 + alpha * 11) % 64] = [red, green, blue, alpha];
    for (const end = pixel + times; pixel < end; pixel++) pixels.set([red, green, blue, alpha], pixel * 4);
  }
  if (at + 8 !== picture.length || view.getUint8(picture.length - 1) !== 1)
    throw new Error('the end is not where the pixels end');
  return { width, height, pixels };
}

function wrapped(value: number): number {
  return value & 255;
}
