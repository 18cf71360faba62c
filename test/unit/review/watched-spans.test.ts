import { describe, expect, it } from 'vitest';
import { canHavePlayed, isWhole, joinSpans } from '../../../src/domain/review/watched-spans.ts';

const span = (from: number, until: number) => ({ from, until });

describe('what was played of a film', () => {
  it('joins what touches, in whatever order it was played, and keeps gaps', () => {
    expect(joinSpans([span(0, 100)], span(105, 200))).toEqual([span(0, 200)]);
    expect(joinSpans([span(300, 400), span(0, 100)], span(150, 200))).toEqual([
      span(0, 100),
      span(150, 200),
      span(300, 400),
    ]);
    expect(joinSpans([span(0, 100), span(300, 400)], span(90, 310))).toEqual([span(0, 400)]);
  });

  it.each([
    ['from the first to the last frame', [span(0, 750)], true],
    ['to the last report of the player', [span(2, 741)], true],
    ['with a hole', [span(0, 300), span(400, 750)], false],
    ['without its end', [span(0, 700)], false],
    ['without its beginning', [span(100, 750)], false],
    ['not at all', [], false],
  ])('is the whole film %s: %s', (_what, spans, whole) => {
    expect(isWhole(spans, 750)).toBe(whole);
  });

  it('is believed as far as the clock allows at the player’s fastest speed', () => {
    expect(canHavePlayed(span(0, 125), 5000)).toBe(true);
    expect(canHavePlayed(span(0, 250), 5000)).toBe(true);
    expect(canHavePlayed(span(0, 750), 5000)).toBe(false);
    expect(canHavePlayed(span(0, 750), 0)).toBe(false);
  });
});
