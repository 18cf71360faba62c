import { describe, expect, it } from 'vitest';
import { findWantedFilm } from '../../../src/domain/delivery/operator-needs.ts';

const films = [{ preset: 'sd-mpeg2' }, { preset: 'sd-mpeg2-14x9' }, { preset: 'sd-mpeg2-15m' }, { preset: 'web' }];

describe('the film of a cut for an operator', () => {
  it.each([
    ['in the very preset', 'sd-mpeg2-14x9', 'sd-mpeg2-14x9'],
    ['as it was made before the operator chose another shape or motion', 'sd-mpeg2-4x3-50i', 'sd-mpeg2'],
    ['never in another preset', 'xdcam-hd422', undefined],
  ])('is taken %s', (_, wanted, preset) => {
    expect(findWantedFilm(films, wanted)?.preset).toBe(preset);
  });
});
