import { type Box, circle, type Figure, type Part, type Shape } from './drawing.ts';
import type { Look, LookAspect } from './look.ts';
import type { MarkCorner } from './stage.ts';

export interface MarkPlace {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

// A square that keeps inside a round tile too, whatever the picture fills of it.
const PICTURE_SHARE = 0.9;

/** The department's mark round a centre: its own picture, or the one that we draw, in one colour. */
export function drawMark(look: Look, place: MarkPlace, colour: string): Shape[] {
  const { markPicture } = look;
  if (markPicture === undefined) return drawnMark(look, place, colour);
  const half = place.radius * PICTURE_SHARE;
  const box = { x: place.x - half, y: place.y - half, width: 2 * half, height: 2 * half };
  return [{ kind: 'picture', box, href: `data:image/png;base64,${markPicture}` }];
}

/** What a mark stands on: a picture has its own colours and wants paper under it. */
export function markGround({ markPicture, colours }: Look, usual: string): string {
  return markPicture === undefined ? usual : colours.paper;
}

/** Dots and open bowls from the look's data. */
function drawnMark({ markShape }: Look, { x, y, radius }: MarkPlace, colour: string): Figure[] {
  const dots = markShape.dots.map(
    (dot): Figure => ({
      kind: 'figure',
      outline: circle(x + dot.x * radius, y + dot.y * radius, dot.radius * radius),
      fill: colour,
    }),
  );
  const arcs = markShape.arcs.map((arc): Figure => {
    const r = arc.radius * radius;
    const [dx, dy] = [Math.cos(arc.rise) * r, Math.sin(arc.rise) * r];
    const [cx, cy] = [x + arc.x * radius, y + arc.y * radius];
    const outline = `M${cx - dx} ${cy + dy}A${r} ${r} 0 0 0 ${cx + dx} ${cy + dy}`;
    return { kind: 'figure', outline, stroke: { colour, width: arc.width * radius } };
  });
  return [...dots, ...arcs];
}

/** The mark on a square tile of its own, so that it stands on any footage. */
export function markTile(look: Look, box: Box, colours: { readonly tile: string; readonly mark: string }): Part {
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2, radius: box.width * look.mark.scale };
  return {
    box,
    shapes: [{ kind: 'slab', box, fill: markGround(look, colours.tile) }, ...drawMark(look, place, colours.mark)],
  };
}

/** Where the mark's tile stands. */
export function markBox({ mark, safe }: LookAspect, corner: MarkCorner): Box {
  return { x: corner === 'left' ? mark.x : safe[2] - mark.size, y: mark.y, width: mark.size, height: mark.size };
}

/** The mark drawn large behind an end card's words; nothing where it is a picture, which no words could stand on. */
export function giantMark(
  look: Look,
  { canvas: [width, height] }: LookAspect,
  shade: { readonly x: number; readonly y: number; readonly radius: number },
  colour: string,
): Shape[] {
  if (look.markPicture !== undefined) return [];
  const place = { x: width * shade.x, y: height * shade.y, radius: shade.radius * Math.min(width, height) };
  return drawMark(look, place, colour);
}
