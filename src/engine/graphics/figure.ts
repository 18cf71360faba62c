import type { Box } from './drawing.ts';
import type { PicturePose } from './layers.ts';
import type { Curve } from './look.ts';
import { ease, evenly } from './motion.ts';
import type { Movement } from './movement.ts';
import { aspectOf, type Stage } from './stage.ts';

/** How the picture makes room for a card with a hole, in frames counted from the card's first. */
export interface RoomMade {
  /** Before it the picture stands as it is. */
  readonly afterFrames: number;
  readonly entry: readonly PicturePose[];
  readonly still: PicturePose;
  readonly exit: readonly PicturePose[];
  /** The corner mark is gone from so many frames after the card's first to so many before its last; undefined: it stays. */
  readonly markAway?: { readonly after: number; readonly before: number };
}

/** The card with one large number, and how the picture makes room for it. */
export interface Figure {
  readonly movement: Movement;
  readonly move: RoomMade;
}

/** The whole picture scaled to cover the hole, the focus as near its middle as the picture's edges let it. */
export function pictureIn(stage: Stage, hole: Box): PicturePose {
  const { canvas, figure, portrait } = aspectOf(stage);
  const [canvasWidth, canvasHeight] = canvas;
  const { zoom, ...usual } = figure.focus;
  const middle = stage.head ?? usual;
  // A portrait shot's own window stands in the middle, whoever is in it.
  const focus = { zoom, y: middle.y, x: stage.portrait ? usual.x : middle.x };
  const cover = Math.max(hole.width / canvasWidth, hole.height / canvasHeight) * focus.zoom;
  // A portrait shot's own window covers a small hole: its sides would look like a fault there.
  const windowed = stage.portrait && portrait && cover < 1 ? hole.width / portrait.width : 0;
  const scale = Math.max(cover, windowed);
  const width = evenly(canvasWidth * scale);
  const height = evenly(canvasHeight * scale);
  // Rounded inwards: not even one column beside the picture shows.
  const within = (at: number, least: number, most: number) =>
    Math.min(2 * Math.floor(most / 2), Math.max(2 * Math.ceil(least / 2), evenly(at)));
  return {
    x: within(hole.x + hole.width / 2 - width * focus.x, hole.x + hole.width - width, hole.x),
    y: within(hole.y + hole.height / 2 - height * focus.y, hole.y + hole.height - height, hole.y),
    width,
    height,
  };
}

/** The picture's way from the whole canvas to its place, one pose a frame. */
export function wayTo(stage: Stage, place: PicturePose, frames: number, curve: Curve): PicturePose[] {
  const [width, height] = aspectOf(stage).canvas;
  return Array.from({ length: frames }, (_, frame) => {
    const progress = ease(curve, (frame + 1) / frames);
    const along = (from: number, to: number) => evenly(from + (to - from) * progress);
    return {
      x: along(0, place.x),
      y: along(0, place.y),
      width: along(width, place.width),
      height: along(height, place.height),
    };
  });
}

/** The same way back. */
export function wayBack(stage: Stage, place: PicturePose, frames: number, curve: Curve): PicturePose[] {
  const [width, height] = aspectOf(stage).canvas;
  return Array.from({ length: frames }, (_, frame) => {
    const progress = ease(curve, (frame + 1) / (frames + 1));
    const along = (from: number, to: number) => evenly(from + (to - from) * progress);
    return {
      x: along(place.x, 0),
      y: along(place.y, 0),
      width: along(place.width, width),
      height: along(place.height, height),
    };
  });
}
