import { describe, expect, it } from 'vitest';
import { choosePosterFrame } from '../../../src/engine/film/choose-poster.ts';
import { lowestMouth, placeLooks } from '../../../src/engine/film/place-looks.ts';
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

describe('a mouth on the canvas', () => {
  const canvas = { width: 1920, height: 1080 };
  const span = { startFrame: 0, endFrame: 200 };
  const mouth = (source: ReturnType<typeof clip>, portraitWindow?: number) =>
    lowestMouth(placeLooks([{ ...shot(source, 0, 250), looks: [look(50)] }]), span, { canvas, portraitWindow });

  it('is half-way down where it is half-way down in the clip', () => expect(mouth(clip())).toBe(540));

  it('follows a picture whose middle alone is shown', () => {
    const tall = clip({ picture: { width: 1080, height: 1920, pixelAspect: { num: 1, den: 1 }, rotation: 0 } });
    // 600 px wide, so 1067 px high in a window of 1080: scaled to cover, half-way is still the middle.
    expect(mouth(tall, 600)).toBe(540);
    expect(mouth(tall)).toBe(540);
    const low = { ...shot(tall, 0, 250), looks: [{ ...look(50), face: { ...faceOf(look(50)), mouthLine: 0.75 } }] };
    // 1080 px wide it is 1920 px high, and 420 px are cut off above.
    expect(lowestMouth(placeLooks([low]), span, { canvas, portraitWindow: 1080 })).toBe(1020);
  });

  it('counts only while the name stands, in film time', () => {
    const first = { ...shot(clip(), 0, 100), looks: [] };
    const second = { ...shot(clip(), 500, 600), looks: [look(550)] };
    expect(placeLooks([first, second]).map((one) => one.filmFrame)).toEqual([150]);
    expect(
      lowestMouth(placeLooks([first, second]), { startFrame: 0, endFrame: 150 }, { canvas, portraitWindow: undefined }),
    ).toBeUndefined();
  });
});

function faceOf({ face }: Look) {
  if (!face) throw new Error('no face');
  return face;
}
