import { describe, expect, it } from 'vitest';
import type { Shot } from '../../../src/engine/film/film-order.ts';
import { frameShot } from '../../../src/engine/film/frame-shot.ts';
import { facesOnCanvas, placeLooks } from '../../../src/engine/film/place-looks.ts';
import { clip, shot } from './films.ts';

const canvas = { width: 1920, height: 1080 };
const span = { startFrame: 0, endFrame: 200 };

function seen(source: ReturnType<typeof clip>, x = 0.4): Shot {
  const box = { x, y: 0.2, width: 0.2, height: 0.3 };
  const face = { box, mouthLine: 0.45, eyesOpen: 0.3, lipsApart: 0.02, score: 0.9 };
  return { ...shot(source, 0, 250), looks: [{ atFrame: 50, detail: 40, face }] };
}

describe('a face on the canvas', () => {
  const tall = clip({ picture: { width: 1080, height: 1920, pixelAspect: { num: 1, den: 1 }, rotation: 0 } });
  const face = (one: Shot, stage: { canvas?: typeof canvas; portraitWindow?: typeof canvas } = {}) =>
    facesOnCanvas([one], { canvas, portraitWindow: undefined, ...stage })(span)[0];

  it('is where it is in a clip that fills the picture', () => {
    expect(face(seen(clip()))).toEqual({ box: { x: 768, y: 216, width: 384, height: 324 }, mouthLine: 486 });
  });

  it('stands in the middle between blurred sides', () => {
    const narrow = face(seen(tall))?.box;
    expect(narrow?.width).toBeCloseTo(608 * 0.2, -1);
    expect((narrow?.x ?? 0) + (narrow?.width ?? 0) / 2).toBeCloseTo(960, -1);
  });

  it('follows the part of the picture that is shown', () => {
    // 3414 px wide, of which 1080 are shown: from where the plan says.
    const upright = { width: 1080, height: 1920 };
    const aside = seen(clip(), 0.1);
    const { from } = frameShot(aside, { canvas: upright, portraitWindow: undefined }).fit;
    expect(from.x).toBeLessThan(300);
    expect(face(aside, { canvas: upright })?.box.x).toBe(Math.round(0.1 * 3414) - from.x);
  });

  it('follows a picture of which the look’s window shows a part', () => {
    expect(face(seen(tall), { portraitWindow: { width: 600, height: 1080 } })?.mouthLine).toBe(486);
    // A window of 1000 px has 40 px above it; 564 px wide (even) the picture is 1002 px high.
    expect(face(seen(tall), { portraitWindow: { width: 562, height: 1000 } })?.mouthLine).toBe(491);
    // 1080 px wide it is 1920 px high: the window begins above the hair, which ends at 0.065.
    const square = face(seen(tall), { portraitWindow: { width: 1080, height: 1080 } });
    expect(square).toEqual({ box: { x: 852, y: 384 - 124, width: 216, height: 576 }, mouthLine: 864 - 124 });
  });

  it('counts only in its time of the film, with everybody who is seen then', () => {
    const first = { ...shot(clip(), 0, 100), looks: [] };
    const one = seen(clip());
    const [look] = one.looks ?? [];
    if (!look?.face) throw new Error('no look');
    const second = { ...one, looks: [{ ...look, others: [look.face] }] };
    expect(placeLooks([first, second]).map(({ filmFrame }) => filmFrame)).toEqual([150]);
    const faces = facesOnCanvas([first, second], { canvas, portraitWindow: undefined });
    expect(faces({ startFrame: 0, endFrame: 150 })).toEqual([]);
    expect(faces({ startFrame: 150, endFrame: 151 })).toHaveLength(2);
  });
});
