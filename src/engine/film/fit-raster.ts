import type { DeliveryPreset } from './delivery-preset.ts';

/** How its canvas comes to stand in a deliverable's raster: scaled, between black lines. */
export interface RasterFit {
  readonly scale: { readonly width: number; readonly height: number };
  /** Black lines above the picture; as many as are left stand below. undefined: the picture fills the raster. */
  readonly pad: { readonly top: number } | undefined;
}

const SHAPES = { 'crop-14x9': 14 / 9, letterbox: 16 / 9 } as const;

/** `crop-14x9` loses an eighth of the width on 4:3 sets and keeps faces large; `letterbox` shows everything, smaller. */
export function fitRaster(picture: DeliveryPreset['picture']): RasterFit {
  const { raster, shape, pixelAspect, blankLines } = picture;
  const active = raster.height - blankLines;
  // Blank lines are outside of the shape that the file's pixel aspect gives to its whole raster.
  const shown = (raster.width * pixelAspect.num) / pixelAspect.den / raster.height;
  const height = shape === 'full' ? active : wholeFields(active * (shown / SHAPES[shape]));
  const scale = { width: raster.width, height };
  if (height === raster.height) return { scale, pad: undefined };
  return { scale, pad: { top: blankLines + (active - height) / 2 } };
}

/** A multiple of four: the lines above are an even number then, and both fields begin alike. */
function wholeFields(lines: number): number {
  return 4 * Math.round(lines / 4);
}
