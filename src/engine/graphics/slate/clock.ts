import { circle, type Part, type Shape } from '../drawing.ts';
import { centredLine, type LineStyle } from '../text-line.ts';

interface Dial {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A dial of so many seconds to go: what is left of its round stands bright, the number in its middle. */
export function layClock(
  { x, y, radius }: Dial,
  secondsLeft: number,
  look: Omit<LineStyle, 'em'> & { readonly muted: string },
): Part {
  const ring = (colour: string, outline: string): Shape => ({
    ...{ kind: 'figure', outline, stroke: { colour, width: 14 } },
  });
  const em = radius * 1.05;
  const block = { x, y: y - radius / 2, height: radius };
  return {
    box: { x: x - radius - 8, y: y - radius - 8, width: 2 * radius + 16, height: 2 * radius + 16 },
    shapes: [
      ring(look.muted, circle(x, y, radius)),
      ring(look.fill, arc({ x, y, radius }, (secondsLeft % ROUND) / ROUND)),
      centredLine(String(secondsLeft), block, { ...look, em }),
    ],
  };
}

// Seconds of a whole round, as on every studio clock.
const ROUND = 60;

/** From the top, clockwise, over a share of the round. */
function arc({ x, y, radius }: Dial, share: number): string {
  const angle = 2 * Math.PI * share;
  const [endX, endY] = [x + radius * Math.sin(angle), y - radius * Math.cos(angle)];
  return `M${x} ${y - radius}A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${round(endX)} ${round(endY)}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
