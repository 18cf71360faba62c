import { describe, expect, it } from 'vitest';
import { readDeliveryPresets } from '../../../src/engine/film/delivery-preset.ts';
import {
  commonChoice,
  findPreset,
  listBasePresets,
  readVariant,
  variantName,
} from '../../../src/engine/film/preset-variants.ts';
import { PRESET_FOLDER } from './films.ts';

const presets = await readDeliveryPresets(PRESET_FOLDER);

function nameOf(base: string, shape: 'full' | '14x9' | '4x3', motion: 'frames' | 'fields'): string {
  const preset = presets.get(base);
  if (!preset) throw new Error(base);
  return variantName(preset, { shape, motion });
}

describe('variants of delivery presets', () => {
  it.each([
    ['sd-mpeg2', '14x9', 'frames', 'sd-mpeg2-14x9'],
    ['h264-ts-sd', '4x3', 'fields', 'h264-ts-sd-4x3-50i'],
    ['xdcam-hd422', '4x3', 'fields', 'xdcam-hd422-50i'],
    // IMX is 14:9 on 4:3 already.
    ['imx50', '14x9', 'frames', 'imx50'],
    ['imx50', '4x3', 'frames', 'imx50-4x3'],
    ['web', '4x3', 'fields', 'web'],
  ] as const)('are named by what concerns the preset: %s, %s, %s → %s', (base, shape, motion, name) => {
    expect(nameOf(base, shape, motion)).toBe(name);
    expect(findPreset(presets, name)?.name).toBe(name);
    expect(readVariant(name).base).toBe(base);
  });

  it('are drawn for 4:3 sets and carry fields', () => {
    expect(findPreset(presets, 'h264-ts-sd-4x3-50i')?.picture).toMatchObject({
      ...{ shape: 'letterbox', motion: 'fields', pixelAspect: { num: 16, den: 15 } },
      raster: { width: 720, height: 576 },
    });
    expect(findPreset(presets, 'imx50-4x3')?.picture).toMatchObject({
      ...{ shape: 'letterbox', pixelAspect: { num: 152, den: 135 } },
    });
    expect(findPreset(presets, 'sd-mpeg2-14x9-50i')?.picture.motion).toBe('fields');
  });

  it.each(['web-50i', 'web-14x9', 'xdcam-hd422-4x3', 'imx50-14x9', 'nothing-50i', 'sd-mpeg2-50i-50i'])(
    'that no file can be are not found: %s',
    (name) => expect(findPreset(presets, name)).toBeUndefined(),
  );

  it('agree with the files that stand for the same', () => {
    const without = new Map([...presets].filter(([name]) => !['sd-mpeg2-14x9', 'sd-mpeg2-4x3'].includes(name)));
    for (const name of ['sd-mpeg2-14x9', 'sd-mpeg2-4x3'])
      expect(findPreset(without, name)?.picture).toEqual(presets.get(name)?.picture);
    expect(listBasePresets(presets).map(({ name }) => name)).toEqual([...without.keys()]);
  });

  it('of one operator say one choice, or none where they differ', () => {
    expect(commonChoice(presets, ['sd-mpeg2-14x9', 'web'])).toEqual({ shape: '14x9', motion: 'frames' });
    expect(commonChoice(presets, ['sd-mpeg2-4x3-50i', 'xdcam-hd422-50i'])).toEqual({ shape: '4x3', motion: 'fields' });
    expect(commonChoice(presets, ['web'])).toEqual({ shape: 'full', motion: 'frames' });
    expect(commonChoice(presets, ['sd-mpeg2-14x9', 'h264-ts-sd'])).toBeUndefined();
  });
});
