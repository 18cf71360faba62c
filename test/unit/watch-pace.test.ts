import { describe, expect, it } from 'vitest';
import { watchPace } from '../../src/kernel/watch-pace.ts';

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
    expect(guess({ share: 0, elapsedSeconds: 9.7, isEven: false })).toBeUndefined();
    expect(guess({ share: 0.08, elapsedSeconds: 14.1, isEven: true })).toBeUndefined();
    for (const [share, elapsedSeconds] of RUN) {
      const left = guess({ share, elapsedSeconds, isEven: true }) ?? Number.NaN;
      expect(Math.abs(left / (TOTAL - elapsedSeconds) - 1), `at ${share}`).toBeLessThan(0.25);
    }
  });

  it('is not said at the end', () => {
    const guess = watchPace();
    guess({ share: 0.08, elapsedSeconds: 1, isEven: true });
    expect(guess({ share: 1, elapsedSeconds: 9, isEven: false })).toBeUndefined();
  });

  it('goes by the second beginning where work began again', () => {
    const guess = watchPace();
    guess({ share: 0.2, elapsedSeconds: 0, isEven: true });
    // A spliced film is quick, and does not pass.
    expect(guess({ share: 0.9, elapsedSeconds: 7, isEven: false })).toBeCloseTo(1);
    expect(guess({ share: 0.1, elapsedSeconds: 8, isEven: false })).toBeUndefined();
    guess({ share: 0.1, elapsedSeconds: 10, isEven: true });
    expect(guess({ share: 0.2, elapsedSeconds: 20, isEven: true })).toBeCloseTo(80);
  });
});
