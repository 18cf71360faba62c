import type { Box } from '../graphics/drawing.ts';
import { airOf, type CaptionCanvas } from './caption-air.ts';
import { captionRoom } from './caption-room.ts';
import type { CaptionRoom } from './wrap-caption.ts';

/** Margins of the canvas (px) between which a caption's text stands on its foot, in the middle. */
export interface CaptionPlace {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  /** Its letters, where they are not of the look's own size. */
  readonly em?: number | undefined;
}

/** Where captions stand with nothing in the way. */
export function usualPlace({ look, aspect }: CaptionCanvas): CaptionPlace {
  const { left, right, bottom } = look.aspects[aspect].caption;
  return { left, right, bottom };
}

/** As low as the safe area lets their box be. */
export function lowestPlace(canvas: CaptionCanvas): CaptionPlace {
  const { canvas: size, safe } = canvas.look.aspects[canvas.aspect];
  return { ...usualPlace(canvas), bottom: size[1] - safe[3] + airOf(canvas).beside };
}

/** The same with the smallest letters that can be read on the canvas. */
export function smallest({ look, aspect }: CaptionCanvas, place: CaptionPlace): CaptionPlace {
  return { ...place, em: look.aspects[aspect].leastEm };
}

/** Over a graphic whose top edge (px of the canvas) is given. */
export function placeAbove(canvas: CaptionCanvas, top: number): CaptionPlace {
  const { look, aspect } = canvas;
  const bottom = Math.round(look.aspects[aspect].canvas[1] - top + look.caption.gapAboveLowerThird);
  return { ...usualPlace(canvas), bottom };
}

/** Under a graphic whose foot (px of the canvas) is given, for so many lines of letters of that size. */
export function placeUnder(
  canvas: CaptionCanvas,
  foot: number,
  { lines, em }: { readonly lines: number; readonly em?: number },
): CaptionPlace {
  const { look, aspect } = canvas;
  const { beside, lineHeight } = airOf(canvas, em);
  const below = foot + look.caption.gapAboveLowerThird + beside + lines * lineHeight;
  return { ...usualPlace(canvas), em, bottom: Math.round(look.aspects[aspect].canvas[1] - below) };
}

/** At the foot of the picture, in what a graphic leaves of its width; on the side where more is left. */
export function placeBeside(canvas: CaptionCanvas, taken: Box): CaptionPlace {
  const { look, aspect } = canvas;
  const { safe, canvas: size } = look.aspects[aspect];
  const usual = usualPlace(canvas);
  const gap = look.caption.gapAboveLowerThird;
  const [before, after] = [taken.x - safe[0], safe[2] - taken.x - taken.width];
  return after >= before
    ? { ...usual, left: taken.x + taken.width + gap, right: size[0] - safe[2] }
    : { ...usual, left: safe[0], right: size[0] - taken.x + gap };
}

/** The room between a place's margins for lines of the look's usual length and shape, or for one line alone. */
export function roomAt(canvas: CaptionCanvas, place: CaptionPlace, room: CaptionRoom): CaptionRoom {
  const { beside, air, scale } = airOf(canvas, place.em);
  const free = canvas.look.aspects[canvas.aspect].canvas[0] - place.left - place.right - 2 * beside - air;
  return {
    ...room,
    measure: (text) => scale * room.measure(text),
    maxWidth: Math.min(room.maxWidth, free),
    maxCodePoints: Math.floor(room.maxCodePoints / scale),
  };
}

/** One line as wide as the place is. */
export function lineRoomAt(canvas: CaptionCanvas, place: CaptionPlace, room: CaptionRoom): CaptionRoom {
  const { beside, air } = airOf(canvas, place.em);
  const free = canvas.look.aspects[canvas.aspect].canvas[0] - place.left - place.right - 2 * beside - air;
  const { measure, maxCodePoints } = roomAt(canvas, place, room);
  return { ...room, measure, maxWidth: free, maxCodePoints: 2 * maxCodePoints, maxLines: 1 };
}

/** What a caption covers there, its box or outline included: as libass draws it. */
export function captionBox(canvas: CaptionCanvas, lines: readonly string[], place: CaptionPlace): Box {
  const { left, right, bottom } = place;
  const size = canvas.look.aspects[canvas.aspect].canvas;
  const { beside, air, lineHeight, scale } = airOf(canvas, place.em);
  const { measure } = captionRoom(canvas.look, canvas.aspect);
  const width = Math.max(0, ...lines.map((line) => scale * measure(line))) + air + 2 * beside;
  const foot = size[1] - bottom;
  const height = lines.length * lineHeight + 2 * beside;
  const middle = (left + size[0] - right) / 2;
  return { x: middle - width / 2, y: foot + beside - height, width, height };
}
