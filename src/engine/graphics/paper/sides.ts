import { type Box, even, type Part, roundBox, type Shape } from '../drawing.ts';
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
    // A hole in the outline itself: a mask comes out shifted in a picture that does not begin at the canvas's corner.
    {
      kind: 'figure',
      outline: `M0 0H${width}V${height}H0Z${roundBox(portrait, radius)}`,
      fill: look.colours.ink,
      evenOdd: true,
      opacity,
    },
    {
      kind: 'figure',
      outline: roundBox(frame, radius + edge / 2 - 1),
      stroke: { colour: look.colours.paper, width: edge },
    },
  ];
  // The corners' curves belong to the strips at the sides. Cut at even pixels: a picture's edges are even, and two strips over one
  // column would darken it twice.
  const left = even(x + radius);
  const right = width - even(width - (x + portrait.width - radius));
  const strips: Box[] = [
    { x: 0, y: 0, width: left, height },
    { x: right, y: 0, width: width - right, height },
    { x: left, y: 0, width: right - left, height: y },
    { x: left, y: y + portrait.height, width: right - left, height: height - y - portrait.height },
  ];
  return strips.map((box) => ({ box, shapes }));
}
