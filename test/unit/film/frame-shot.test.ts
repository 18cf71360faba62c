import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Shot } from '../../../src/engine/film/film-order.ts';
import { uprightSize } from '../../../src/engine/film/fit-shot.ts';
import { frameShot } from '../../../src/engine/film/frame-shot.ts';
import type { Framing } from '../../../src/engine/film/framing.ts';
import type { SeenFace } from '../../../src/engine/senses/face.ts';
import { clip, shot } from './films.ts';

const CANVASES = {
  '16x9': { width: 1920, height: 1080 },
  '14x9': { width: 1680, height: 1080 },
  '9x16': { width: 1080, height: 1920 },
  '1x1': { width: 1080, height: 1080 },
} as const;

/** A face by its middle, in shares of the upright picture. */
function face(x: number, y = 0.4, more: Partial<SeenFace> & { width?: number } = {}): SeenFace {
  const { width = 0.12, ...rest } = more;
  const height = width * 1.7;
  const box = { x: x - width / 2, y: y - height / 2, width, height };
  return { box, mouthLine: y + height * 0.25, eyesOpen: 0.3, lipsApart: 0.02, score: 0.9, ...rest };
}

/** One look a second; each with its faces, the largest first. */
function filmed(looks: readonly (readonly SeenFace[])[], more: Partial<Shot> = {}): Shot {
  const seen = looks.map(([first, ...others], second) => ({
    ...{ atFrame: second * 25, detail: 40, face: first ?? null },
    ...(others.length > 0 && { others }),
  }));
  return { ...shot(clip(), 0, looks.length * 25), looks: seen, ...more };
}

const always = (...faces: readonly SeenFace[]) => Array.from({ length: 8 }, () => faces);

function framed(one: Shot, canvas: keyof typeof CANVASES = '9x16') {
  const { fit, framedBy } = frameShot(one, { canvas: CANVASES[canvas], portraitWindow: undefined });
  const { width, height } = uprightSize(fit);
  /** The window in shares of the picture. */
  const left = fit.from.x / width;
  const right = (fit.from.x + fit.show.width) / width;
  const inWindow = (share: number) => (share * width - fit.from.x) / fit.show.width;
  return { fit, framedBy, left, right, inWindow, top: fit.from.y / height };
}

describe('the part of a wide clip that a narrow canvas shows', () => {
  it.each(['9x16', '1x1'] as const)('has the face of somebody at the side in its middle: %s', (canvas) => {
    for (const x of [0.3, 0.4, 0.62, 0.7]) {
      const { inWindow, framedBy } = framed(filmed(always(face(x))), canvas);
      expect(inWindow(x)).toBeCloseTo(0.5, 1);
      expect(framedBy).toEqual({ by: 'face', held: 8, seen: 8 });
    }
  });

  it('ends at the edge of the picture beside somebody who stands there, the whole head in it', () => {
    const { left, inWindow } = framed(filmed(always(face(0.09))));
    expect(left).toBe(0);
    expect(inWindow(0.09 - 0.06 * 1.3)).toBeGreaterThanOrEqual(0);
    expect(framed(filmed(always(face(0.95)))).right).toBeCloseTo(1, 3);
  });

  it('leaves room on the side that somebody looks to', () => {
    const at = (turned: number) => framed(filmed(always(face(0.5, 0.4, { turned })))).inWindow(0.5);
    expect(at(0.05)).toBeCloseTo(0.5, 2);
    expect(at(0.4)).toBeLessThan(0.45);
    expect(at(-0.4)).toBeGreaterThan(0.55);
  });

  it('is one window for all of a shot in which a head nods and sways', () => {
    const swaying = always().map((_, look) => [face(0.3 + 0.04 * Math.sin(look), 0.4 + 0.03 * Math.cos(look))]);
    expect(framed(filmed(swaying)).framedBy).toEqual({ by: 'face', held: 8, seen: 8 });
  });

  it('is where most of the time is spent by somebody who moves further than it reaches', () => {
    const walking = [0.2, 0.2, 0.25, 0.22, 0.24, 0.5, 0.8, 0.9].map((x) => [face(x)]);
    const { inWindow, framedBy } = framed(filmed(walking));
    expect(framedBy).toEqual({ by: 'face', held: 5, seen: 8 });
    for (const x of [0.2, 0.25]) expect(inWindow(x)).toBeGreaterThan(0.1);
  });

  it('has the middle of a face in its middle that is wider than the window', () => {
    const near = always().map((_, look) => [face(0.45 + 0.01 * look, 0.5, { width: look === 7 ? 0.1 : 0.35 })]);
    const { inWindow, framedBy } = framed(filmed(near));
    expect(inWindow(0.49)).toBeCloseTo(0.5, 1);
    expect(framedBy).toEqual({ by: 'face', held: 8, seen: 8 });
  });

  it('holds two people where both fit', () => {
    const { inWindow, framedBy } = framed(filmed(always(face(0.15, 0.4, { width: 0.1 }), face(0.4))), '1x1');
    expect(framedBy.by).toBe('faces');
    expect(inWindow(0.1)).toBeGreaterThanOrEqual(0);
    expect(inWindow(0.47)).toBeLessThanOrEqual(1);
  });

  it('holds the nearer of two people who do not fit, the speaker where they are alike', () => {
    const apart = framed(filmed(always(face(0.25, 0.4, { width: 0.16 }), face(0.75, 0.4, { width: 0.1 }))));
    expect(apart.framedBy.by).toBe('face');
    expect(apart.inWindow(0.25)).toBeCloseTo(0.5, 1);
    const talk = always().map((_, look) => [
      face(0.25, 0.4, { width: 0.13 }),
      face(0.75, 0.4, { lipsApart: look % 2 === 0 ? 0.05 : 0.25 }),
    ]);
    expect(framed(filmed(talk)).inWindow(0.75)).toBeCloseTo(0.5, 1);
  });

  it('is not drawn aside by a passer-by, nor by a small face on a wall', () => {
    const passing = always(face(0.4)).map((faces, look) =>
      look === 3 ? [face(0.85, 0.4, { width: 0.2 }), ...faces] : faces,
    );
    expect(framed(filmed(passing)).inWindow(0.4)).toBeCloseTo(0.5, 1);
    expect(framed(filmed(always(face(0.85, 0.2, { width: 0.03 })))).framedBy).toEqual({ by: 'middle' });
  });

  it('is the middle where nobody looked, or nobody is seen in most of the looks', () => {
    const middle = { x: 1166, y: 0 };
    const seldom = always().map((_, look) => (look === 0 ? [face(0.2)] : []));
    for (const one of [shot(clip(), 0, 100), filmed(always()), filmed(seldom)]) {
      expect(framed(one).fit.from).toEqual(middle);
      expect(framed(one).framedBy).toEqual({ by: 'middle' });
    }
  });

  it('goes by the looks of its own shot alone', () => {
    const looks = filmed([...always(face(0.2)), ...always(face(0.8))]).looks ?? [];
    const second = { ...shot(clip(), 200, 400), looks };
    expect(framed(second).inWindow(0.8)).toBeCloseTo(0.5, 1);
  });

  it.each([
    ['left', 0.2],
    ['middle', 0.5],
    ['right', 0.8],
  ] as const)('is the %s where a person asked for it, whatever is seen', (framing: Framing, share) => {
    const { fit, framedBy } = framed(filmed(always(face(0.9)), { framing }));
    expect(fit.from.x).toBeCloseTo(share * (3414 - 1080), -1);
    expect(framedBy).toEqual({ by: 'asked', side: framing });
  });
});

describe('a picture that loses little', () => {
  it('keeps its composition at 14:9 while the face is not at its edge', () => {
    expect(framed(filmed(always(face(0.42))), '14x9').fit.from.x).toBe(120);
    expect(framed(filmed(always(face(0.08))), '14x9').fit.from.x).toBe(0);
  });

  it('has eyes in the upper third and hair in the picture where height is cut off', () => {
    const square = { num: 1, den: 1 };
    const source = clip({ picture: { width: 1280, height: 800, pixelAspect: square, rotation: 0 } });
    const low = framed(filmed(always(face(0.5, 0.55)), { source }), '16x9');
    const high = framed(filmed(always(face(0.5, 0.2)), { source }), '16x9');
    // 1920 × 1200: 120 px are cut off.
    expect(low.fit.from).toEqual({ x: 0, y: 120 });
    expect(high.fit.from).toEqual({ x: 0, y: 0 });
    expect(high.framedBy.by).toBe('face');
  });
});

describe('any clip, canvas and face', () => {
  it('is shown by whole, even pixels inside of the picture, the same each time, and all of it where all has room', () => {
    const sides = fc.integer({ min: 144, max: 4096 });
    const share = fc.double({ min: -0.2, max: 1.2, noNaN: true });
    const width = fc.double({ min: 0.02, max: 1.2, noNaN: true });
    const faces = fc.array(fc.array(fc.tuple(share, share, width), { maxLength: 3 }), { minLength: 1, maxLength: 12 });
    const canvases = fc.constantFrom(...Object.values(CANVASES));
    const turns = fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const);
    fc.assert(
      fc.property(sides, sides, turns, faces, canvases, (w, h, rotation, looks, canvas) => {
        const source = clip({ picture: { width: w, height: h, pixelAspect: { num: 1, den: 1 }, rotation } });
        const seen = looks.map((some) => some.map(([x, y, wide]) => face(x, y, { width: wide })));
        const one = filmed(seen, { source });
        const { fit, framedBy } = frameShot(one, { canvas, portraitWindow: undefined });
        const picture = uprightSize(fit);
        for (const [at, shown, length] of [
          [fit.from.x, fit.show.width, picture.width],
          [fit.from.y, fit.show.height, picture.height],
        ] as const) {
          expect(Number.isInteger(at) && at % 2 === 0 && at >= 0).toBe(true);
          expect(at + shown).toBeLessThanOrEqual(length);
        }
        const whole = picture.width === fit.show.width && picture.height === fit.show.height;
        expect(framedBy.by === 'all').toBe(whole);
        expect(frameShot(one, { canvas, portraitWindow: undefined })).toEqual({ fit, framedBy });
      }),
    );
  });
});
