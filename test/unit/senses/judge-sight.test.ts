import { describe, expect, it } from 'vitest';
import { judgeSight } from '../../../src/engine/senses/judge-sight.ts';
import type { SightRow } from '../../../src/engine/senses/sight.ts';

const still = { x: 0, y: 0 };

/** Rows of a fifth of a second each, of a good picture but for what differs. */
function rows(count: number, different: (index: number) => Partial<SightRow> = () => ({})): SightRow[] {
  return Array.from({ length: count }, (_, index) => ({
    atFrame: index * 5,
    light: 120,
    dark: 0.05,
    bright: 0.02,
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
    ['brighter', () => ({ light: 40 })],
    ['darker', () => ({ bright: 0.5 })],
  ] as const)('tells a clip that would be better %s', (need, different) => {
    expect(judgeSight(rows(50, different)).needs).toEqual([need]);
  });

  it('has none in a good clip', () => expect(judgeSight(rows(50)).needs).toEqual([]));
});
