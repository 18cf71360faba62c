import { type Frames, frames } from '../../kernel/frames.ts';
import type { ShownFace } from '../graphics/shown-face.ts';
import type { SeenFace } from '../senses/face.ts';
import type { Look } from '../senses/sight.ts';
import type { Shot } from './film-order.ts';
import { fitShot, type PictureWindow, shownAspect } from './fit-shot.ts';

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

/** The canvas that a film is shown on, and the window of its look when every shot is portrait. */
export interface ShowingStage {
  readonly canvas: { readonly width: number; readonly height: number };
  readonly portraitWindow: PictureWindow | undefined;
}

/** The faces that are seen in that time, in px of the canvas. */
export function facesIn(
  looks: readonly PlacedLook[],
  { startFrame, endFrame }: { readonly startFrame: number; readonly endFrame: number },
  stage: ShowingStage,
): ShownFace[] {
  return looks
    .filter((look) => look.filmFrame >= startFrame && look.filmFrame < endFrame)
    .flatMap(({ face, shot }) => (face ? [toCanvas(face, shot, stage)] : []));
}

/** A place in the upright picture as px of the canvas: the picture is scaled to its box and its middle is shown. */
function toCanvas({ box, mouthLine }: SeenFace, { source }: Shot, { canvas, portraitWindow }: ShowingStage): ShownFace {
  const { show, strip: left, sill: top } = fitShot(source.picture, canvas, portraitWindow);
  const aspect = shownAspect(source.picture);
  const width = Math.max(show.width, show.height * aspect);
  const height = Math.max(show.height, show.width / aspect);
  const x = (share: number) => Math.round(left + share * width - (width - show.width) / 2);
  const y = (share: number) => Math.round(top + share * height - (height - show.height) / 2);
  return {
    box: { x: x(box.x), y: y(box.y), width: Math.round(box.width * width), height: Math.round(box.height * height) },
    mouthLine: y(mouthLine),
  };
}
