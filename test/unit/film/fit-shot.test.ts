import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitShot } from '../../../src/engine/film/fit-shot.ts';

const canvas = { width: 1920, height: 1080 };
const square = { num: 1, den: 1 };

const FILLED = {
  ...{ scale: canvas, show: canvas, rotation: 0, mirrored: false },
  ...{ from: { x: 0, y: 0 }, strip: 0, sill: 0 },
};

describe('how a picture stands on the canvas', () => {
  it('fills it with 16:9', () => {
    const fit = fitShot({ width: 1280, height: 720, pixelAspect: square, rotation: 0 }, canvas);
    expect(fit).toEqual(FILLED);
  });

  it('scales a turned portrait before turning it, between sides of even width', () => {
    const fit = fitShot({ width: 1920, height: 1080, pixelAspect: square, rotation: 90 }, canvas);
    expect(fit).toEqual({
      scale: { width: 1080, height: 608 },
      rotation: 90,
      mirrored: false,
      show: { width: 608, height: 1080 },
      from: { x: 0, y: 0 },
      strip: 656,
      sill: 0,
    });
  });

  it('keeps all of a 4:3 picture and crops a 16:10 one', () => {
    expect(fitShot({ width: 640, height: 480, pixelAspect: square, rotation: 0 }, canvas).strip).toBe(240);
    const wide = fitShot({ width: 1280, height: 800, pixelAspect: square, rotation: 0 }, canvas);
    expect(wide).toEqual({
      scale: { width: 1920, height: 1200 },
      rotation: 0,
      mirrored: false,
      show: canvas,
      from: { x: 0, y: 60 },
      strip: 0,
      sill: 0,
    });
  });

  it('crops the sides of a picture wider than 16:9', () => {
    const fit = fitShot({ width: 2400, height: 1080, pixelAspect: square, rotation: 0 }, canvas);
    expect([fit.scale, fit.show, fit.from]).toEqual([{ width: 2400, height: 1080 }, canvas, { x: 240, y: 0 }]);
  });

  it('fills the window of the look with any portrait picture', () => {
    const fit = fitShot({ width: 960, height: 720, pixelAspect: square, rotation: 270 }, canvas, {
      width: 608,
      height: 1080,
    });
    expect(fit).toEqual({
      scale: { width: 1080, height: 810 },
      rotation: 270,
      mirrored: false,
      show: { width: 608, height: 1080 },
      from: { x: 100, y: 0 },
      strip: 656,
      sill: 0,
    });
  });

  it('honours pixels that are not square', () => {
    const fit = fitShot({ width: 1280, height: 1080, pixelAspect: { num: 3, den: 2 }, rotation: 0 }, canvas);
    expect(fit).toEqual(FILLED);
  });

  it('always covers exactly the canvas with even sizes', () => {
    const sides = fc.integer({ min: 144, max: 4096 });
    const turns = fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const);
    fc.assert(
      fc.property(sides, sides, turns, (width, height, rotation) => {
        const { scale, show, from, strip } = fitShot({ width, height, pixelAspect: square, rotation }, canvas);
        const turned = rotation === 90 || rotation === 270;
        const upright = turned ? { width: scale.height, height: scale.width } : scale;
        expect(show.width + 2 * strip).toBe(canvas.width);
        expect(upright.width).toBeGreaterThanOrEqual(show.width);
        expect(upright.height).toBeGreaterThanOrEqual(show.height);
        expect(from.x + show.width).toBeLessThanOrEqual(upright.width);
        expect(from.y + show.height).toBeLessThanOrEqual(upright.height);
        for (const size of [scale.width, scale.height, show.width, from.x, from.y, strip]) expect(size % 2).toBe(0);
      }),
    );
  });
});
