import { describe, expect, it } from 'vitest';
import { judgeSight, withNoise } from '../../../src/engine/senses/judge-sight.ts';
import type { SightRow } from '../../../src/engine/senses/sight.ts';

const still = { x: 0, y: 0 };

/** Rows of a fifth of a second each, of a good picture but for what differs. */
function rows(count: number, different: (index: number) => Partial<SightRow> = () => ({})): SightRow[] {
  return Array.from({ length: count }, (_, index) => ({
    atFrame: index * 5,
    light: 120,
    dark: 0.05,
    bright: 0.02,
    highlight: 210,
    detail: 40,
    change: 2,
    shift: still,
    ...different(index),
  }));
}

describe('stretches better not shown', () => {
  it.each([
    ['black', { light: 6, dark: 1, bright: 0, detail: 1 }],
    ['covered', { light: 90, detail: 1.5 }],
    ['frozen', { change: 0 }],
    ['blurred', { detail: 12 }],
  ] as const)('finds a %s one from its first to its last picture', (why, bad) => {
    const sight = judgeSight(rows(50, (index) => (index >= 10 && index < 20 ? bad : {})));
    expect(sight.poor).toEqual([{ fromFrame: 50, toFrame: 100, why }]);
  });

  it('finds a shaken one, and takes an even pan for none', () => {
    const jolt = judgeSight(
      rows(50, (index) => (index >= 10 && index < 20 ? { shift: { x: index % 2 ? 0.06 : -0.06, y: 0 } } : {})),
    );
    expect(jolt.poor).toEqual([expect.objectContaining({ why: 'shaky' })]);
    expect(judgeSight(rows(50, () => ({ shift: { x: 0.05, y: 0 } }))).poor).toEqual([]);
  });

  it('lets a blink of black, a short hold and a night scene with its lamps stand', () => {
    expect(judgeSight(rows(50, (index) => (index === 7 ? { light: 5, dark: 1, bright: 0 } : {}))).poor).toEqual([]);
    expect(judgeSight(rows(50, (index) => (index > 5 && index < 10 ? { change: 0 } : {}))).poor).toEqual([]);
    expect(judgeSight(rows(50, () => ({ light: 18, dark: 0.9, bright: 0.01 }))).poor).toEqual([]);
  });

  it('measures sharpness by the clip’s own sharp part', () => {
    expect(judgeSight(rows(50, () => ({ detail: 12 }))).poor).toEqual([]);
  });
});

describe('needs', () => {
  it.each([
    ['steadier', (index: number) => ({ shift: { x: index % 2 ? 0.03 : -0.03, y: 0 } })],
    ['brighter', () => ({ light: 40, highlight: 110 })],
    ['brighter', () => ({ light: 90, faceLight: 40 })],
    ['darker', () => ({ bright: 0.5 })],
    ['darker', () => ({ light: 150, faceLight: 215 })],
  ] as const)('tells a clip that would be better %s', (need, different) => {
    expect(judgeSight(rows(50, different)).needs).toEqual([need]);
  });

  it('tells grain by what was measured on the clip itself', () => {
    expect(withNoise(judgeSight(rows(50)), 2.4)).toMatchObject({ needs: ['cleaner'], measured: { noise: 2.4 } });
    expect(withNoise(judgeSight(rows(50)), 0.8).needs).toEqual([]);
    const dark = judgeSight(rows(50, () => ({ light: 40, highlight: 110 })));
    expect(withNoise(dark, 0.8).needs).toEqual(['cleaner', 'brighter']);
    expect(withNoise(judgeSight(rows(50)), undefined).needs).toEqual([]);
  });

  it.each([
    ['a good clip', () => ({})],
    ['a face that is well lit before a dark room', () => ({ light: 45, highlight: 150, faceLight: 120 })],
    ['a face that is well lit before a white wall', () => ({ bright: 0.5, faceLight: 150 })],
    ['a screen with letters, or lamps at night', () => ({ light: 30, highlight: 230 })],
    ['a start and a stop', (index: number) => ({ shift: { x: index < 10 && index % 2 ? 0.05 : 0, y: 0 } })],
    ['black', () => ({ light: 3, highlight: 10 })],
  ])('has none in %s', (_, different) => expect(judgeSight(rows(50, different)).needs).toEqual([]));

  it('leaves shake out where too few pictures were decoded to tell', () => {
    expect(judgeSight(rows(5, () => ({ shift: undefined }))).measured).not.toHaveProperty('shake');
  });
});
