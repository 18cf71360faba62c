import { describe, expect, it } from 'vitest';
import { readOrientation } from '../../../../src/engine/ffmpeg/read-orientation.ts';

/** As ffprobe prints a matrix: three rows of numbers in 1/65536 (the last column in 1/2^30). */
function matrix(a: number, b: number, c: number, d: number): string {
  const row = (index: number, left: number, right: number) =>
    `0000000${index}: ${String(left * 65536).padStart(11)} ${String(right * 65536).padStart(11)}           0`;
  return `\n${row(0, a, b)}\n${row(1, c, d)}\n00000002:           0           0  1073741824\n`;
}

const none = { rotation: undefined, displaymatrix: undefined, dv_profile: undefined };
const read = (displaymatrix: string, rotation: number) => readOrientation([none, { ...none, displaymatrix, rotation }]);

describe('how a film is turned', () => {
  it.each([
    ['upright', [1, 0, 0, 1], 0, { rotation: 0, mirrored: false }],
    ['a quarter right', [0, 1, -1, 0], -90, { rotation: -90, mirrored: false }],
    ['a quarter left', [0, -1, 1, 0], 90, { rotation: 90, mirrored: false }],
    ['upside down', [-1, 0, 0, -1], -180, { rotation: 180, mirrored: false }],
    ['in a mirror, which ffprobe calls upside down', [-1, 0, 0, 1], -180, { rotation: 0, mirrored: true }],
    ['upside down in a mirror, which ffprobe calls upright', [1, 0, 0, -1], 0, { rotation: 180, mirrored: true }],
    ['by 45 degrees: not believed', [1, 1, -1, 1], -45, { rotation: 0, mirrored: false }],
    ['by nothing at all: not believed', [0, 0, 0, 0], 0, { rotation: 0, mirrored: false }],
  ])('%s', (_, [a = 0, b = 0, c = 0, d = 0], rotation, wanted) => {
    expect(read(matrix(a, b, c, d), rotation)).toEqual(wanted);
  });

  it('by its angle alone, where no matrix is printed', () => {
    expect(readOrientation([{ ...none, rotation: 90 }])).toEqual({ rotation: 90, mirrored: false });
    expect(readOrientation([{ ...none, rotation: 37 }])).toEqual({ rotation: 0, mirrored: false });
    expect(readOrientation([])).toEqual({ rotation: 0, mirrored: false });
  });
});
