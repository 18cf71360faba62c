import { type Frames, frames } from '../../kernel/frames.ts';
import type { ShownFace } from '../graphics/shown-face.ts';
import type { Look } from '../senses/sight.ts';
import type { Shot } from './film-order.ts';
import { frameShot, type ShowingStage } from './frame-shot.ts';
import { placeOnCanvas } from './place-on-canvas.ts';

/** A look at the person, in film time. */
export interface PlacedLook extends Look {
  /** In the film. */
  readonly filmFrame: Frames;
  readonly shot: Shot;
}

/** The looks that the film shows, in its order. */
export function placeLooks(shots: readonly Shot[]): PlacedLook[] {
  let at = 0;
  const placed: PlacedLook[] = [];
  for (const shot of shots) {
    for (const look of shot.looks ?? [])
      if (look.atFrame >= shot.fromFrame && look.atFrame < shot.toFrame)
        placed.push({ ...look, filmFrame: frames(at + look.atFrame - shot.fromFrame), shot });
    at += shot.toFrame - shot.fromFrame;
  }
  return placed;
}

/** Asks which faces are seen in a time of the film, and where: in px of the canvas, as each shot is framed on it. */
export function facesOnCanvas(
  shots: readonly Shot[],
  stage: ShowingStage,
): (span: { readonly startFrame: number; readonly endFrame: number }) => ShownFace[] {
  const fits = new Map(shots.map((shot) => [shot, frameShot(shot, stage).fit]));
  const looks = placeLooks(shots).flatMap(({ face, others = [], filmFrame, shot }) => {
    const fit = fits.get(shot);
    return fit && face ? [{ filmFrame, faces: [face, ...others].map((one) => placeOnCanvas(one, fit)) }] : [];
  });
  return ({ startFrame, endFrame }) =>
    looks.flatMap(({ filmFrame, faces }) => (filmFrame >= startFrame && filmFrame < endFrame ? faces : []));
}
