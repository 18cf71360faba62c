import type { Box, Part } from './drawing.ts';
import type { Look, LookAspect } from './look.ts';
import type { SchemeColours } from './scheme-colour.ts';

/** The darkened sides of a portrait shot in a wide frame, left then right, each with an edge in the scheme's colour. Empty where the look draws none. */
export function laySides(look: Look, { canvas, portrait }: LookAspect, { ground }: SchemeColours): Part[] {
  if (!portrait) return [];
  const [width, height] = canvas;
  const { x, edge, opacity } = portrait;
  const right = x + portrait.width;
  const side = (box: Box, edgeX: number): Part => ({
    box,
    shapes: [
      { kind: 'slab', box, fill: look.colours.ink, opacity },
      { kind: 'slab', box: { x: edgeX, y: 0, width: edge, height }, fill: ground },
    ],
  });
  return [
    side({ x: 0, y: 0, width: x, height }, x - edge),
    side({ x: right, y: 0, width: width - right, height }, right),
  ];
}
