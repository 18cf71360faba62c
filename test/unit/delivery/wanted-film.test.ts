import { describe, expect, it } from 'vitest';
import { findWantedFilm } from '../../../src/domain/delivery/operator-needs.ts';

const films = [{ preset: 'sd-mpeg2' }, { preset: 'sd-mpeg2-14x9' }, { preset: 'sd-mpeg2-15m' }, { preset: 'web' }];

describe('the film of a cut for an operator', () => {
  it.each([
    ['in the very preset', 'sd-mpeg2-14x9', 'sd-mpeg2-14x9'],
    ['as it was made before the operator chose another shape or motion', 'sd-mpeg2-4x3-50i', 'sd-mpeg2'],
    ['never in another preset', 'xdcam-hd422', undefined],
    ['with slate only where it is wanted so', 'sd-mpeg2-14x9-slate', undefined],
  ])('is taken %s', (_, wanted, preset) => {
    expect(findWantedFilm(films, wanted)?.preset).toBe(preset);
  });

  it('is never one with slate for who wants the film alone, the other way round neither', () => {
    const slated = [{ preset: 'sd-mpeg2-slate' }, { preset: 'sd-mpeg2-4x3' }];
    expect(findWantedFilm(slated, 'sd-mpeg2')?.preset).toBe('sd-mpeg2-4x3');
    expect(findWantedFilm(slated, 'sd-mpeg2-14x9-slate')?.preset).toBe('sd-mpeg2-slate');
  });
});
