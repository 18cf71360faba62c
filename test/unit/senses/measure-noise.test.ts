import { describe, expect, it } from 'vitest';
import type { GrayPicture } from '../../../src/engine/senses/gray-picture.ts';
import { measureNoise } from '../../../src/engine/senses/measure-noise.ts';

const [width, height] = [161, 97];

/** Even noise whose deviation is that, the same for the same seed. */
function noise(deviation: number, seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return (state / 0x7fffffff - 0.5) * Math.sqrt(12) * deviation;
  };
}

function picture(light: (x: number, y: number) => number, grain: () => number = () => 0): GrayPicture {
  const values = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) values[y * width + x] = Math.round(light(x, y) + grain());
  return { width, height, values };
}

const slope = (x: number, y: number) => 60 + x / 4 + y / 8;

describe('noise', () => {
  it.each([1, 3, 6])('of deviation %s is measured, whatever light lies under it', (deviation) => {
    const first = picture(slope, noise(deviation, 1));
    const second = picture(slope, noise(deviation, 2));
    const measured = measureNoise({ first, second }) ?? 0;
    expect(Math.abs(measured - deviation) / deviation).toBeLessThan(0.2);
  });

  it('is not what is drawn: letters, cloth and leaves stay from picture to picture', () => {
    const cloth = picture((x, y) => 80 + ((x * 37 + y * 91) % 60));
    expect(measureNoise({ first: cloth, second: cloth })).toBe(0);
  });

  it('is not light that changes, nor a picture that moves', () => {
    const lamp = { first: picture(slope), second: picture((x, y) => slope(x, y) + 20) };
    expect(measureNoise(lamp)).toBeLessThan(0.3);
    const moved = { first: picture(slope), second: picture((x, y) => slope(x + 9, y)) };
    expect(measureNoise(moved)).toBeLessThan(0.3);
  });

  it('can’t be told where all is black or white', () => {
    const black = picture(() => 16, noise(1, 1));
    expect(measureNoise({ first: black, second: picture(() => 16, noise(1, 2)) })).toBeUndefined();
  });
});
