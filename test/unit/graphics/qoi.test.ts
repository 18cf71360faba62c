import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { writeQoi } from '../../../src/engine/graphics/qoi.ts';
import { EVERY_WAY } from './every-way.ts';
import { readQoi } from './read-qoi.ts';

describe('a picture written for FFmpeg', () => {
  it('is read back as it was drawn, each colour freed of its alpha', () => {
    const { width, height, pixels } = new Resvg(EVERY_WAY).render();
    const free = pixels.map((value, at) => {
      const alpha = pixels[at - (at % 4) + 3] ?? 0;
      return at % 4 === 3 || alpha === 0 ? value : Math.floor(value / (alpha / 255) + 0.5);
    });
    const read = readQoi(writeQoi({ width, height, pixels }));
    expect([read.width, read.height, Buffer.from(read.pixels).equals(free)]).toEqual([width, height, true]);
  });

  it('takes a byte for 62 pixels that repeat the last one', () => {
    const flat = (width: number) => writeQoi({ width, height: 1, pixels: new Uint8Array(4 * width).fill(255) });
    expect([flat(1), flat(2), flat(63), flat(64), flat(125)].map(({ length }) => length - 22)).toEqual([1, 2, 2, 3, 3]);
  });
});
