import { type Box, circle, type Figure, type Shape, type Slab } from '../drawing.ts';
import type { PaperLook } from '../look.ts';
import { aspectOf, type Stage } from '../stage.ts';

/** A sheet of paper: fibres where the canvas can carry them, a soft shadow where it lies on the film. */
export function sheet(
  stage: Stage<PaperLook>,
  box: Box,
  { radius, shadow }: { radius: number; shadow: boolean },
): Slab {
  const grain = aspectOf(stage).grain;
  return { kind: 'slab', box, fill: stage.look.colours.paper, radius, shadow, grain };
}

/** A line as by a brush: thick in the middle, in two slow waves, a little downhill. Starts at (x, y), `thick` px. */
export function brushLine(
  { x, y, width }: { x: number; y: number; width: number },
  thick: number,
  colour: string,
): Figure {
  const steps = 28;
  const edge = (side: 1 | -1) =>
    Array.from({ length: steps + 1 }, (_, step) => {
      const along = step / steps;
      const body = thick * (0.3 + 0.7 * Math.sin(Math.PI * (0.06 + 0.86 * along)));
      const wave = 0.32 * Math.sin(7.1 * along + 0.6) + 0.16 * Math.sin(15.3 * along) - 0.5 * along;
      return `${(x + width * along).toFixed(1)} ${(y + thick * wave + (side * body) / 2).toFixed(1)}`;
    });
  const outline = `M${edge(-1).join('L')}L${edge(1).reverse().join('L')}Z`;
  return { kind: 'figure', outline, fill: colour, stroke: { colour, width: thick * 0.35 } };
}

/** Two inks of a printed border. */
export interface PrintInks {
  readonly main: string;
  readonly dot: string;
}

/** A block-print border: diamonds with a dot, dots between. No flower: flowers are party signs. `step`: px from one to the next. */
export function printBorder(box: Box, step: number, { main, dot }: PrintInks): Shape[] {
  const upright = box.height > box.width;
  const long = upright ? box.height : box.width;
  const count = Math.round(long / step);
  const pitch = long / count;
  const half = Math.min(box.width, box.height) / 2;
  const at = (along: number, across: number) =>
    upright
      ? { x: box.x + box.width / 2 + across, y: box.y + along }
      : { x: box.x + along, y: box.y + box.height / 2 + across };
  const reach = half * 0.72;
  const diamonds: string[] = [];
  const dots: string[] = [];
  for (let index = 0; index < count; index++) {
    const { x, y } = at((index + 0.5) * pitch, 0);
    diamonds.push(`M${x} ${y - reach}L${x + reach} ${y}L${x} ${y + reach}L${x - reach} ${y}Z`);
    dots.push(circle(x, y, reach * 0.3));
    if (index === 0) continue;
    for (const side of [-1, 1]) {
      const between = at(index * pitch, side * half * 0.5);
      diamonds.push(circle(between.x, between.y, half * 0.14));
    }
  }
  return [
    { kind: 'figure', outline: diamonds.join(''), fill: main },
    { kind: 'figure', outline: dots.join(''), fill: dot },
  ];
}
