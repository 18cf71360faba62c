import type { ShownFace } from '../graphics/shown-face.ts';
import type { SeenFace } from '../senses/face.ts';
import { type ShotFit, uprightSize } from './fit-shot.ts';

/** Where a face that was seen in the clip (shares of its upright picture) stands on the canvas, px; perhaps outside of it. */
export function placeOnCanvas({ box, mouthLine }: SeenFace, fit: ShotFit): ShownFace {
  const { width, height } = uprightSize(fit);
  const x = (share: number) => Math.round(fit.strip + share * width - fit.from.x);
  const y = (share: number) => Math.round(fit.sill + share * height - fit.from.y);
  return {
    box: { x: x(box.x), y: y(box.y), width: Math.round(box.width * width), height: Math.round(box.height * height) },
    mouthLine: y(mouthLine),
  };
}
