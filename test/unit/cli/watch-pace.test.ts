import { describe, expect, it } from 'vitest';
import { watchPace } from '../../../src/cli/watch-pace.ts';

/** A real run: ten seconds in four presets, drawn slowly because others worked too; 77.0 s in all. */
const TOTAL = 77;
const RUN = [
  [0.1, 15.2],
  [0.2, 23.5],
  [0.3, 30.6],
  [0.4, 37.4],
  [0.5, 43.3],
  [0.6, 51.9],
  [0.7, 53.8],
] as const;

describe('the time left', () => {
  it('is within a quarter from the first tenth on, however long drawing took', () => {
    const guess = watchPace();
    expect(guess({ share: 0, step: 'drawing' }, 9.7)).toBeUndefined();
    expect(guess({ share: 0.08, step: 'encoding' }, 14.1)).toBeUndefined();
    for (const [share, seconds] of RUN) {
      const left = guess({ share, step: 'encoding' }, seconds) ?? Number.NaN;
      expect(Math.abs(left / (TOTAL - seconds) - 1), `at ${share}`).toBeLessThan(0.25);
    }
  });

  it('is not said at the end', () => {
    const guess = watchPace();
    guess({ share: 0.08, step: 'encoding' }, 1);
    expect(guess({ share: 1, step: 'done' }, 9)).toBeUndefined();
  });
});
