import { describe, expect, it } from 'vitest';
import { brokenAsBurned } from '../../../src/engine/film/figure-captions.ts';
import { planFilmTimes, SHORTEST_WITH_FIGURE_SECONDS } from '../../../src/engine/graphics/film-times.ts';
import { frames } from '../../../src/kernel/frames.ts';

const cue = (from: number, to: number, ...lines: string[]) => ({
  startFrame: frames(from),
  endFrame: frames(to),
  lines,
});

describe('brokenAsBurned', () => {
  it('gives files beside the film the very lines that are burned, and keeps what the figure hides', () => {
    const cues = [cue(140, 200, 'हर महीने', '1,250 रुपये'), cue(200, 240, 'बाद', 'में'), cue(300, 340, 'फिर', 'वही')];
    // The first stands in one line above the name; the second is cut by the figure's card, which hides the third.
    const burned = [cue(140, 200, 'हर महीने 1,250 रुपये'), cue(200, 225, 'बाद में')];
    expect(brokenAsBurned(cues, burned)).toEqual([
      cue(140, 200, 'हर महीने 1,250 रुपये'),
      cue(200, 240, 'बाद में'),
      cue(300, 340, 'फिर', 'वही'),
    ]);
  });
});

it('the length that is named to those whose film has no time for a figure has time, and a second less has not', () => {
  const figureIn = (seconds: number) => planFilmTimes(frames(seconds * 25), { figure: {} }).figure;
  expect(figureIn(SHORTEST_WITH_FIGURE_SECONDS)).toBeDefined();
  expect(figureIn(SHORTEST_WITH_FIGURE_SECONDS - 1)).toBeUndefined();
});
