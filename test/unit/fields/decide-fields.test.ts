import { describe, expect, it } from 'vitest';
import { decideFields } from '../../../src/engine/fields/decide-fields.ts';

const seen = (top: number, bottom: number, progressive: number) => ({ top, bottom, progressive });

describe('what a film’s pictures are', () => {
  it('is woven where they lean one way, though most of them be whole', () => {
    expect(decideFields(seen(30, 0, 0))).toBe('top-first');
    expect(decideFields(seen(2, 30, 20))).toBe('bottom-first');
    // A cinema film on 60 fields: two of five.
    expect(decideFields(seen(12, 0, 18))).toBe('top-first');
  });

  it('is whole where hardly one says otherwise', () => {
    expect(decideFields(seen(0, 0, 30))).toBe('whole');
    expect(decideFields(seen(2, 0, 28))).toBe('whole');
  });

  it('stays open where too few moved, or they speak for both orders', () => {
    expect(decideFields(seen(0, 0, 4))).toBeUndefined();
    expect(decideFields(seen(4, 0, 0))).toBeUndefined();
    expect(decideFields(seen(12, 6, 10))).toBeUndefined();
  });
});
