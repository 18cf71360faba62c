import { describe, expect, it } from 'vitest';
import { judgeLie, mayLie } from '../../../src/engine/senses/judge-lie.ts';
import { spreadPictures } from '../../../src/engine/senses/spread-pictures.ts';
import { turnPicture } from '../../../src/engine/senses/turn-picture.ts';

const looks = (...scores: number[]) => scores.map((score) => ({ face: score > 0 ? ({ score } as never) : null }));

it.each([
  [[0, 0, 0, 0, 0], true],
  [[0.45, 0, 0.67, 0, 0], true],
  [[0.8, 0, 0.7, 0, 0.9], false],
  [[0.8, 0.8, 0, 0, 0], false],
  [[0], false],
])('looks that score %j: it may lie: %s', (scores, may) => expect(mayLie(looks(...scores))).toBe(may));

it.each([
  ['the turn with clear faces', [[90, [0.8, 0.7, 0, 0.9, 0.8]]], 90],
  [
    'the surer of two, as heads on their crown look like faces',
    [
      [90, [0.63, 0.6, 0.75]],
      [270, [0.8, 0.8, 0.7]],
    ],
    270,
  ],
  ['nothing where they are doubtful', [[90, [0.55, 0.5, 0.59]]], undefined],
  ['nothing where half of the looks show none', [[180, [0.8, 0, 0.8, 0]]], undefined],
  ['nothing by a single look', [[90, [0.9]]], undefined],
  ['nothing where nothing was tried to the end', [], undefined],
] as const)('believes %s', (_, tried, lie) => {
  expect(judgeLie(tried.map(([turn, scores]) => ({ turn, scores })))).toBe(lie);
});

describe('pictures', () => {
  const rgb = new Uint8Array([1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6]);
  const points = (turn: 90 | 180 | 270) =>
    [...turnPicture({ width: 3, height: 2, rgb }, turn).rgb].filter((_, n) => n % 3 === 0);

  it('are turned clockwise', () => {
    expect(points(90)).toEqual([4, 1, 5, 2, 6, 3]);
    expect(points(180)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(points(270)).toEqual([3, 6, 2, 5, 1, 4]);
  });

  it('are kept from all of a film, five at most', () => {
    const spread = spreadPictures();
    for (let n = 0; n < 40; n++) spread.offer({ width: 1, height: 1, rgb: new Uint8Array([n, n, n]) });
    const kept = spread.kept.map((one) => one.rgb[0]);
    expect(kept).toEqual([0, 8, 16, 24, 32]);
  });
});
