import { describe, expect, it } from 'vitest';
import {
  type GrayPicture,
  measureChange,
  measureDetail,
  measureShift,
  toGray,
} from '../../../src/engine/senses/gray-picture.ts';

const [width, height] = [160, 90];

/** A picture of blocks with fine lines, moved by so many points. */
function blocks(movedX = 0, movedY = 0): GrayPicture {
  const values = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [u, v] = [x - movedX, y - movedY];
      values[y * width + x] = 40 + ((Math.floor(u / 23) * 53 + Math.floor(v / 17) * 31) % 150) + (u % 7 === 0 ? 40 : 0);
    }
  return { width, height, values };
}

describe('a small gray picture', () => {
  it('weighs colours as television does', () => {
    const gray = toGray({ width: 2, height: 1, rgb: new Uint8Array([255, 255, 255, 0, 255, 0]) });
    expect([...gray.values]).toEqual([255, 182]);
  });

  it.each([
    [6, 0],
    [-9, 4],
    [0, -5],
  ])('tells that all of it moved by %i and %i points', (x, y) => {
    const shift = measureShift(blocks(), blocks(x, y));
    expect({ x: Math.round(shift.x * width), y: Math.round(shift.y * height) }).toEqual({ x, y });
  });

  it('has not moved when one thing in it did', () => {
    const moved = blocks();
    for (let y = 40; y < 60; y++) for (let x = 30; x < 45; x++) moved.values[y * width + x] = 250;
    expect(measureShift(blocks(), moved)).toEqual({ x: 0, y: 0 });
  });

  it('changes by nothing against itself, and is finer drawn than its blurred self', () => {
    const sharp = blocks();
    const blurred = {
      ...sharp,
      values: sharp.values.map((_, at) => mean(sharp.values.subarray(Math.max(0, at - 4), at + 5))),
    };
    expect(measureChange(sharp, sharp)).toBe(0);
    expect(measureDetail(blurred)).toBeLessThan(measureDetail(sharp) / 2);
  });
});

function mean(values: Uint8Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
