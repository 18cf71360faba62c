import { describe, expect, it } from 'vitest';
import type { Shot } from '../../../src/engine/film/film-order.ts';
import { facesIn, placeLooks } from '../../../src/engine/film/place-looks.ts';
import { clip, shot } from './films.ts';

const canvas = { width: 1920, height: 1080 };
const span = { startFrame: 0, endFrame: 200 };

function seen(source: ReturnType<typeof clip>, mouthLine = 0.5): Shot {
  const box = { x: 0.4, y: 0.2, width: 0.2, height: 0.3 };
  const face = { box, mouthLine, eyesOpen: 0.3, lipsApart: 0.02, score: 0.9 };
  return { ...shot(source, 0, 250), looks: [{ atFrame: 50, detail: 40, face }] };
}

describe('a face on the canvas', () => {
  const tall = clip({ picture: { width: 1080, height: 1920, pixelAspect: { num: 1, den: 1 }, rotation: 0 } });
  const face = (one: Shot, portraitWindow?: { width: number; height: number }) =>
    facesIn(placeLooks([one]), span, { canvas, portraitWindow })[0];

  it('is where it is in a clip that fills the picture', () => {
    expect(face(seen(clip()))).toEqual({ box: { x: 768, y: 216, width: 384, height: 324 }, mouthLine: 540 });
  });

  it('stands in the middle between blurred sides', () => {
    const narrow = face(seen(tall))?.box;
    expect(narrow?.width).toBeCloseTo(608 * 0.2, -1);
    expect((narrow?.x ?? 0) + (narrow?.width ?? 0) / 2).toBeCloseTo(960, -1);
  });

  it('follows a picture whose middle alone is shown in the look’s window', () => {
    expect(face(seen(tall), { width: 600, height: 1080 })?.mouthLine).toBe(540);
    // 1080 px wide it is 1920 px high, and 420 px are cut off above.
    expect(face(seen(tall, 0.75), { width: 1080, height: 1080 })?.mouthLine).toBe(1020);
    // A window of 1000 px has 40 px above it.
    expect(face(seen(tall, 0.25), { width: 562, height: 1000 })?.mouthLine).toBe(289);
  });

  it('counts only in its time of the film', () => {
    const first = { ...shot(clip(), 0, 100), looks: [] };
    const second = { ...seen(clip()), fromFrame: first.fromFrame };
    expect(placeLooks([first, second]).map((one) => one.filmFrame)).toEqual([150]);
    expect(
      facesIn(placeLooks([first, second]), { startFrame: 0, endFrame: 150 }, { canvas, portraitWindow: undefined }),
    ).toEqual([]);
  });
});
