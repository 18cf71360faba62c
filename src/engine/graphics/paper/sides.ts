import { type Box, evenUnion, type Part, roundBox, type Shape } from '../drawing.ts';
import type { PaperLook } from '../look.ts';
import { aspectOf, type Stage } from '../stage.ts';

/** Darkened surroundings of a portrait shot and the frame of paper round it, in four strips: nothing is drawn over its middle. */
export function drawSides(stage: Stage<PaperLook>): Part[] {
  const { canvas, portrait } = aspectOf(stage);
  if (!portrait) return [];
  const [width, height] = canvas;
  const { look } = stage;
  const { radius, opacity } = look.sides;
  const { x, y, edge } = portrait;
  const frame = { x: x - edge / 2, y: y - edge / 2, width: portrait.width + edge, height: portrait.height + edge };
  const shapes: Shape[] = [
    { kind: 'slab', box: { x: 0, y: 0, width, height }, fill: look.colours.ink, opacity },
    {
      kind: 'figure',
      outline: roundBox(frame, radius + edge / 2 - 1),
      stroke: { colour: look.colours.paper, width: edge },
    },
  ];
  const hole = { outline: roundBox(portrait, radius) };
  // The corners' curves belong to the strips at the sides.
  const [left, right] = [x + radius, x + portrait.width - radius];
  const strips: Box[] = [
    { x: 0, y: 0, width: left, height },
    { x: right, y: 0, width: width - right, height },
    { x: left, y: 0, width: right - left, height: y },
    { x: left, y: y + portrait.height, width: right - left, height: height - y - portrait.height },
  ];
  return strips.map((box, index) => ({ box: index < 2 ? box : evenUnion([box]), shapes, hole }));
}
