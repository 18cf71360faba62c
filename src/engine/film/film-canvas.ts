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

/** What a 4:3 set shows has a canvas of its own: texts drawn for 16:9 would come out too small, or be cut. */
function shapeOf({ picture }: DeliveryPreset): 'wide' | Exclude<Aspect, '16x9' | 'sd'> {
  const { raster, pixelAspect, shape } = picture;
  if (shape !== 'full') return shape === 'crop-14x9' ? 'sd-14x9' : 'sd-4x3';
  const shown = (raster.width * pixelAspect.num) / pixelAspect.den / raster.height;
  if (shown < 0.8) return '9x16';
  return shown < 1.2 ? '1x1' : 'wide';
}

/** With one SD file among them everything is drawn large enough for it. */
function wideAspect(presets: readonly DeliveryPreset[]): Aspect {
  return presets.some(({ picture }) => picture.raster.height < 720) ? 'sd' : '16x9';
}
