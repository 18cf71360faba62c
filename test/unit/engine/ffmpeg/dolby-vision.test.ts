import { expect, it } from 'vitest';
import { refuseDolbyVision } from '../../../../src/engine/ffmpeg/dolby-vision.ts';

const of = (...profiles: readonly (number | undefined)[]) => ({
  side_data_list: profiles.map((dv_profile) => ({ rotation: undefined, displaymatrix: undefined, dv_profile })),
});

it('a film of Dolby Vision is taken when a picture of its own lies below, refused when none does', () => {
  expect(refuseDolbyVision(of())).toBeUndefined();
  expect(refuseDolbyVision(of(undefined, 8))).toBeUndefined();
  expect(refuseDolbyVision(of(undefined, 5))).toMatchObject({ code: 'film.codec', user: 'clip.refused.codec' });
});
