import { expect, it } from 'vitest';
import { believeShape } from '../../../../src/engine/ffmpeg/pixel-shape.ts';

it.each([
  [1, 1, true],
  [8, 9, true],
  [6, 11, true],
  [64, 45, true],
  [63, 44, true],
  [2, 1, true],
  [32, 11, true],
  [1, 10, false],
  [10, 1, false],
  [1, 65535, false],
  [4, 1, false],
])('a pixel of %s:%s is believed: %s', (num, den, believed) => {
  expect(believeShape({ num, den })).toEqual(believed ? { num, den } : undefined);
});

it('of a file that says nothing is not known', () => expect(believeShape(undefined)).toBeUndefined());
