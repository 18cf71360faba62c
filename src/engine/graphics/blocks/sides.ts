import type { Box, Part } from '../drawing.ts';
import type { BlocksLook } from '../look.ts';
import { aspectOf, type Stage } from '../stage.ts';

/** The sides of a portrait shot under ink and the scheme's colour, each with an edge in it; left, then right. */
export function drawSides(stage: Stage<BlocksLook>): Part[] {
  const { canvas, portrait } = aspectOf(stage);
  if (!portrait) return [];
  const [width, height] = canvas;
  const { x, edge } = portrait;
  const { look, colours } = stage;
  const right = x + portrait.width;
  const side = (box: Box, edgeX: number): Part => ({
    box,
    shapes: [
      { kind: 'slab', box, fill: look.colours.ink, opacity: look.sides.underOpacity },
      { kind: 'slab', box, fill: colours.ground, opacity: look.sides.opacity },
      { kind: 'slab', box: { x: edgeX, y: 0, width: edge, height }, fill: colours.ground },
    ],
  });
  return [
    side({ x: 0, y: 0, width: x, height }, x - edge),
    side({ x: right, y: 0, width: width - right, height }, right),
  ];
}
