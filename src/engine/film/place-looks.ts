import { type Frames, frames } from '../../kernel/frames.ts';
import type { Look } from '../senses/sight.ts';
import type { Shot } from './film-order.ts';
import { fitShot, shownAspect } from './fit-shot.ts';

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

interface Stage {
  readonly canvas: { readonly width: number; readonly height: number };
  readonly portraitWindow: number | undefined;
}

/** The lowest that a mouth comes in that time, in px of the canvas; undefined when no face was seen. */
export function lowestMouth(
  looks: readonly PlacedLook[],
  { startFrame, endFrame }: { readonly startFrame: number; readonly endFrame: number },
  stage: Stage,
): number | undefined {
  const mouths = looks
    .filter((look) => look.filmFrame >= startFrame && look.filmFrame < endFrame)
    .flatMap(({ face, shot }) => (face ? [toCanvas(face.mouthLine, shot, stage)] : []));
  return mouths.length === 0 ? undefined : Math.max(...mouths);
}

/** A height in the upright picture as px of the canvas: the picture is scaled to its box and its middle is shown. */
function toCanvas(share: number, { source }: Shot, { canvas, portraitWindow }: Stage): number {
  const { show } = fitShot(source.picture, canvas, portraitWindow);
  const scaledHeight = Math.max(show.height, show.width / shownAspect(source.picture));
  return Math.round(share * scaledHeight - (scaledHeight - show.height) / 2);
}
