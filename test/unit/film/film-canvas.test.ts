import { describe, expect, it } from 'vitest';
import { chooseAspect, listCanvases } from '../../../src/engine/film/film-canvas.ts';
import { presetsNamed } from './films.ts';

describe('listCanvases', () => {
  it('draws wide files together, large enough for the smallest, and upright and square ones each by itself', async () => {
    const presets = await presetsNamed('web', 'social-9x16', 'sd-mpeg2', 'social-1x1', 'xdcam-hd422');
    const canvases = listCanvases(presets).map(({ aspect, presets }) => [aspect, presets.map(({ name }) => name)]);
    expect(canvases).toEqual([
      ['sd', ['web', 'sd-mpeg2', 'xdcam-hd422']],
      ['9x16', ['social-9x16']],
      ['1x1', ['social-1x1']],
    ]);
  });

  it('draws what 4:3 sets show on canvases of their own, letterboxed or at 14:9', async () => {
    const presets = await presetsNamed('sd-mpeg2-4x3', 'web', 'sd-mpeg2-14x9', 'imx50');
    const canvases = listCanvases(presets).map(({ aspect, presets }) => [aspect, presets.map(({ name }) => name)]);
    expect(canvases).toEqual([
      ['sd-4x3', ['sd-mpeg2-4x3']],
      ['16x9', ['web']],
      ['sd-14x9', ['sd-mpeg2-14x9', 'imx50']],
    ]);
  });

  it('breaks captions for the first preset’s canvas', async () => {
    expect(chooseAspect(await presetsNamed('social-9x16'))).toBe('9x16');
    expect(chooseAspect(await presetsNamed('web'))).toBe('16x9');
  });
});
