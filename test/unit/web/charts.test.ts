import { expect, it } from 'vitest';
import { heatStep } from '../../../src/web/reports/heat.tsx';
import { niceTop } from '../../../src/web/reports/trend.tsx';

it('colours a cell by its share of the fullest one, and nothing at all apart', () => {
  expect([0, 1, 3, 4, 7, 8, 11, 12, 17, 18, 24].map((spots) => heatStep(spots, 24))).toEqual([
    0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5,
  ]);
  expect(heatStep(0, 0)).toBe(0);
  expect(heatStep(1, 1)).toBe(5);
});

it('ends an axis on a number that three even steps reach', () => {
  expect([1, 3, 4, 10, 142, 151, 1_000_000].map(niceTop)).toEqual([3, 3, 6, 15, 150, 300, 1_500_000]);
});
