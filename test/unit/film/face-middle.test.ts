import { describe, expect, it } from 'vitest';
import { middleOfFace } from '../../../src/engine/film/face-middle.ts';
import { layFilm } from '../../../src/engine/graphics/lay-film.ts';
import { ASPECTS } from '../../../src/engine/graphics/layers.ts';
import { unwrap } from '../../../src/kernel/refusal.ts';
import { filmOrder, looks } from '../graphics/film-order.ts';

const canvas = { width: 1000, height: 1000 };
const face = (x: number, height = 200) => ({ box: { x: x - 50, y: 300, width: 100, height }, mouthLine: 450 });

describe('the head that a big figure’s hole shows', () => {
  it('is the middle one of the looks, of the nearest person', () => {
    expect(middleOfFace([face(300), face(310), face(320)], canvas)).toEqual({ x: 0.31, y: 0.37 });
    expect(middleOfFace([face(300), face(800, 120)], canvas)).toEqual({ x: 0.3, y: 0.37 });
    expect(middleOfFace([], canvas)).toBeUndefined();
  });

  const everyLook = Object.values(looks).flatMap((look) => ASPECTS.map((aspect) => ({ look, aspect })));
  it.each(everyLook)('stands in the middle of the hole as far as the picture reaches: $look.name $aspect', (one) => {
    const { hole } = one.look.aspects[one.aspect].figure;
    for (const head of [
      { x: 0.2, y: 0.2 },
      { x: 0.7, y: 0.6 },
    ]) {
      const layout = unwrap(layFilm(filmOrder({ ...one, quote: '₹1,20,000 मिले', head })));
      const still = layout.figure?.move.still;
      if (!still) throw new Error('no figure');
      // Never past the picture's edge …
      expect(still.x).toBeLessThanOrEqual(hole.x);
      expect(still.x + still.width).toBeGreaterThanOrEqual(hole.x + hole.width);
      expect(still.y).toBeLessThanOrEqual(hole.y);
      expect(still.y + still.height).toBeGreaterThanOrEqual(hole.y + hole.height);
      // … and the head inside the hole.
      const at = { x: still.x + head.x * still.width, y: still.y + head.y * still.height };
      expect(at.x).toBeGreaterThan(hole.x);
      expect(at.x).toBeLessThan(hole.x + hole.width);
      expect(at.y).toBeGreaterThan(hole.y);
      expect(at.y).toBeLessThan(hole.y + hole.height);
    }
  });
});
