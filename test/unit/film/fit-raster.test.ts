import { describe, expect, it } from 'vitest';
import { fitRaster } from '../../../src/engine/film/fit-raster.ts';
import { presetsNamed } from './films.ts';

const fitOf = async (name: string) => {
  const [preset] = await presetsNamed(name);
  if (!preset) throw new Error(name);
  return fitRaster(preset.picture);
};

describe('how the master stands in a raster', () => {
  it.each([
    ['web', { scale: { width: 1920, height: 1080 }, pad: undefined }],
    ['whatsapp', { scale: { width: 848, height: 480 }, pad: undefined }],
    ['sd-mpeg2', { scale: { width: 720, height: 576 }, pad: undefined }],
    ['sd-mpeg2-4x3', { scale: { width: 720, height: 432 }, pad: { top: 72 } }],
    ['sd-mpeg2-14x9', { scale: { width: 720, height: 492 }, pad: { top: 42 } }],
    // The same picture below the 32 lines of the blanking.
    ['imx50', { scale: { width: 720, height: 492 }, pad: { top: 74 } }],
  ])('%s', async (name, wanted) => {
    expect(await fitOf(name)).toEqual(wanted);
  });
});
