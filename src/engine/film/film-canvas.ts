import type { Aspect } from '../graphics/layers.ts';
import type { DeliveryPreset } from './delivery-preset.ts';

/** Presets that are drawn on one canvas, filtered and encoded by one process. */
export interface FilmCanvas {
  readonly aspect: Aspect;
  readonly presets: readonly DeliveryPreset[];
}

/** The canvases that these presets need, in the order of their first preset. */
export function listCanvases(presets: readonly DeliveryPreset[]): FilmCanvas[] {
  const groups = Map.groupBy(presets, shapeOf);
  return [...groups].map(([shape, members]) => ({
    aspect: shape === 'wide' ? wideAspect(members) : shape,
    presets: members,
  }));
}

/** The canvas that captions are broken for; others break them anew. */
export function chooseAspect(presets: readonly DeliveryPreset[]): Aspect {
  return listCanvases(presets)[0]?.aspect ?? '16x9';
}

// 4:3 and 14:9 are cut from the wide canvas: their texts keep inside.
function shapeOf({ picture }: DeliveryPreset): 'wide' | '9x16' | '1x1' {
  const { raster, pixelAspect } = picture;
  const shown = (raster.width * pixelAspect.num) / pixelAspect.den / raster.height;
  if (shown < 0.8) return '9x16';
  return shown < 1.2 ? '1x1' : 'wide';
}

/** With one SD file among them everything is drawn large enough for it. */
function wideAspect(presets: readonly DeliveryPreset[]): Aspect {
  return presets.some(({ picture }) => picture.raster.height < 720) ? 'sd' : '16x9';
}
