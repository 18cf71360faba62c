import { describe, expect, it } from 'vitest';
import { planFilmTimes } from '../../../src/engine/graphics/film-times.ts';
import { ease } from '../../../src/engine/graphics/motion.ts';
import { frames } from '../../../src/kernel/frames.ts';

describe('planFilmTimes', () => {
  const spanOf = (length: number) => {
    const { chip, lowerThird, endCardFrom } = planFilmTimes(frames(length));
    const pair = (span: typeof chip) => [span.startFrame, span.endFrame];
    return { chip: pair(chip), lowerThird: lowerThird.map(pair), endCardFrom };
  };

  it('is as judged at 30 s and at 10 s', () => {
    expect(spanOf(750)).toEqual({ chip: [6, 133], lowerThird: [[25, 150]], endCardFrom: 675 });
    expect(spanOf(250)).toEqual({ chip: [4, 90], lowerThird: [[4, 90]], endCardFrom: 200 });
  });

  it('lies between the two at 20 s', () => {
    expect(spanOf(500)).toEqual({ chip: [5, 111], lowerThird: [[14, 120]], endCardFrom: 425 });
  });

  it('names the person again at two thirds of a minute', () => {
    expect(spanOf(1500).lowerThird).toEqual([
      [25, 150],
      [1000, 1125],
    ]);
  });
});

describe('ease', () => {
  it('starts fast and settles on the way in', () => {
    const at = [0, 0.25, 0.5, 0.75, 1].map((time) => ease([0.33, 1, 0.68, 1], time));
    expect(at[0]).toBe(0);
    expect(at[1]).toBeGreaterThan(0.5);
    expect(at[4]).toBe(1);
    expect(at).toEqual([...at].sort((a, b) => a - b));
  });
});
