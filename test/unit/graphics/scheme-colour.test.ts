import { describe, expect, it } from 'vitest';
import { contrast, toOklch } from '../../../src/engine/graphics/oklch.ts';
import { schemeColours } from '../../../src/engine/graphics/scheme-colour.ts';
import { bold, sober, warm } from './film-order.ts';

const hues = '#D32F2F #E64A19 #F57C00 #F9A825 #9E9D24 #43A047 #00897B #0097A7 #1565C0 #3949AB #8E24AA #D81B60'.split(
  ' ',
);

/** 8-bit BT.709 television levels of a colour. */
function levels(hex: string) {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const luma = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return { y: 16 + 219 * luma, cb: 128 + (224 * (b - luma)) / 1.8556, cr: 128 + (224 * (r - luma)) / 1.5748 };
}

describe('schemeColours', () => {
  it.each(hues)('makes %s readable, keeps its hue, stays inside television levels', (hue) => {
    const { ground, text } = schemeColours(hue, sober);
    expect(contrast(ground, text)).toBeGreaterThanOrEqual(text === sober.colours.ink ? 7 : 5.5);
    const turned = Math.abs(toOklch(ground).hue - toOklch(hue).hue) % (2 * Math.PI);
    expect(Math.min(turned, 2 * Math.PI - turned)).toBeLessThan(0.05);
    expect(toOklch(ground).chroma).toBeLessThanOrEqual(0.185);
    const { y, cb, cr } = levels(ground);
    for (const [level, most] of [
      [y, 235],
      [cb, 240],
      [cr, 240],
    ] as const) {
      expect(level).toBeGreaterThanOrEqual(16);
      expect(level).toBeLessThanOrEqual(most);
    }
  });

  it('leaves a blue that already passes as it is', () => {
    expect(schemeColours('#1565C0', sober).ground).toBe('#1565C0');
  });

  it.each(['#000000', '#FFFFFF', '#808080'])('takes %s, which has no hue', (grey) => {
    for (const look of [sober, warm, bold]) {
      const { ground, text } = schemeColours(grey, look);
      expect(contrast(ground, text)).toBeGreaterThanOrEqual(5.5);
    }
  });

  it('keeps amber light, under ink', () => {
    expect(schemeColours('#F9A825', sober).text).toBe(sober.colours.ink);
  });
});
