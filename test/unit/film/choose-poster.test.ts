import { describe, expect, it } from 'vitest';
import { choosePosterFrame } from '../../../src/engine/film/choose-poster.ts';
import type { Look } from '../../../src/engine/senses/sight.ts';
import { frames } from '../../../src/kernel/frames.ts';
import { clip, shot } from './films.ts';

function look(atFrame: number, different: { eyesOpen?: number; lipsApart?: number; detail?: number } = {}): Look {
  const { eyesOpen = 0.3, lipsApart = 0.02, detail = 40 } = different;
  const box = { x: 0.4, y: 0.2, width: 0.2, height: 0.3 };
  return { atFrame, detail, face: { box, mouthLine: 0.5, eyesOpen, lipsApart, score: 0.9 } };
}

function poster(looks: readonly Look[]) {
  return choosePosterFrame({
    shots: [{ ...shot(clip(), 100, 775), looks }],
    lengthFrames: frames(750),
  });
}

describe('the poster', () => {
  it('stands where the name does: frames 25–150 of a 30 s film', () => {
    expect(poster([look(110), look(185), look(400)])).toBe(85);
  });

  it('has open eyes, even where the name has gone', () => {
    const looks = [look(185, { eyesOpen: 0.15 }), look(400), look(425)];
    expect(poster(looks)).toBe(300);
  });

  it('is sharp, and between two words', () => {
    expect(poster([look(160, { lipsApart: 0.2 }), look(185)])).toBe(85);
    expect(poster([look(160, { detail: 12 }), look(185)])).toBe(85);
  });

  it('is left to the usual place when no face was seen', () => {
    expect(poster([{ atFrame: 185, detail: 40, face: null }])).toBeUndefined();
    expect(poster([])).toBeUndefined();
  });
});
