import type { Part } from '../drawing.ts';
import type { Qoi } from '../layers.ts';
import { filmPicture } from '../raster.ts';
import { svgOf } from '../svg.ts';

/** Where a slate is drawn: 1080 units high and as wide as the picture is shown; every raster is drawn at its own size. */
export interface SlateCanvas {
  readonly width: number;
  readonly height: 1080;
  /** The file's pixels, without blanking lines. */
  readonly raster: { readonly width: number; readonly height: number };
}

export const SLATE_HEIGHT = 1080;

/** Shapes of the canvas as a picture of its raster. */
export function drawSlate(parts: readonly Part[], { width, height, raster }: SlateCanvas): Promise<Qoi> {
  return filmPicture(
    svgOf(
      parts.map((part) => ({ part })),
      { x: 0, y: 0, width, height },
      raster,
    ),
  );
}
