import type { Box, Part } from '../drawing.ts';
import type { SlabsLook } from '../look.ts';
import { aspectOf, type Stage } from '../stage.ts';

/** The darkened sides of a portrait shot in a wide frame, left then right, each with an edge in the scheme's colour. */
export function drawSides(stage: Stage<SlabsLook>): Part[] {
  const { canvas, portrait } = aspectOf(stage);
  if (!portrait) return [];
  const [width, height] = canvas;
  const { x, edge } = portrait;
  const right = x + portrait.width;
  const side = (box: Box, edgeX: number): Part => ({
    box,
    shapes: [
      { kind: 'slab', box, fill: stage.look.colours.ink, opacity: stage.look.sides.opacity },
      { kind: 'slab', box: { x: edgeX, y: 0, width: edge, height }, fill: stage.colours.ground },
    ],
  });
  return [
    side({ x: 0, y: 0, width: x, height }, x - edge),
    side({ x: right, y: 0, width: width - right, height }, right),
  ];
}
