import type { DeliveryPreset } from './delivery-preset.ts';
import type { RenderPlan } from './plan-film.ts';

/** How the master comes to stand in a deliverable's raster: cropped, scaled, between black lines. */
export interface RasterFit {
  /** The middle of the master; undefined: all of it. */
  readonly crop: { readonly width: number; readonly height: number } | undefined;
  readonly scale: { readonly width: number; readonly height: number };
  /** Black lines above the picture; as many as are left stand below. undefined: the picture fills the raster. */
  readonly pad: { readonly top: number } | undefined;
}

/** The canvas of every film for television. */
export const WIDE_CANVAS = { width: 1920, height: 1080 } as const;
const SHAPES = { full: 16 / 9, 'crop-14x9': 14 / 9, letterbox: 16 / 9 } as const;

/** `crop-14x9` loses an eighth of the width on 4:3 sets and keeps letters large; `letterbox` shows everything, smaller. */
export function fitRaster(picture: DeliveryPreset['picture'], canvas: RenderPlan['canvas']): RasterFit {
  const { raster, shape, pixelAspect, blankLines } = picture;
  const active = raster.height - blankLines;
  const crop = shape === 'crop-14x9' ? { width: canvas.height * SHAPES[shape], height: canvas.height } : undefined;
  // Blank lines are outside of the shape that the file's pixel aspect gives to its whole raster.
  const shown = (raster.width * pixelAspect.num) / pixelAspect.den / raster.height;
  const height = shape === 'full' ? active : wholeFields(active * (shown / SHAPES[shape]));
  const scale = { width: raster.width, height };
  if (height === raster.height) return { crop, scale, pad: undefined };
  return { crop, scale, pad: { top: blankLines + (active - height) / 2 } };
}

/** A multiple of four: the lines above are an even number then, and both fields begin alike. */
function wholeFields(lines: number): number {
  return 4 * Math.round(lines / 4);
}
