import type { Box, Figure, Part } from './drawing.ts';
import type { Look } from './look.ts';

/** The department's mark round a centre, in one colour: dots and open bowls from the look's data. */
export function drawMark({ mark }: Look, centre: { x: number; y: number; radius: number }, colour: string): Figure[] {
  const { x, y, radius } = centre;
  const dots = mark.dots.map((dot): Figure => {
    const r = dot.radius * radius;
    const [cx, cy] = [x + dot.x * radius, y + dot.y * radius];
    const outline = `M${cx - r} ${cy}A${r} ${r} 0 1 0 ${cx + r} ${cy}A${r} ${r} 0 1 0 ${cx - r} ${cy}Z`;
    return { kind: 'figure', outline, fill: colour };
  });
  const arcs = mark.arcs.map((arc): Figure => {
    const r = arc.radius * radius;
    const [dx, dy] = [Math.cos(arc.rise) * r, Math.sin(arc.rise) * r];
    const [cx, cy] = [x + arc.x * radius, y + arc.y * radius];
    const outline = `M${cx - dx} ${cy + dy}A${r} ${r} 0 0 0 ${cx + dx} ${cy + dy}`;
    return { kind: 'figure', outline, stroke: { colour, width: arc.width * radius } };
  });
  return [...dots, ...arcs];
}

/** The mark on a tile of its own, so that it stands on any footage. */
export function markTile(look: Look, box: Box, colours: { readonly tile: string; readonly mark: string }): Part {
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2, radius: box.width * look.mark.scale };
  return { box, shapes: [{ kind: 'slab', box, fill: colours.tile }, ...drawMark(look, centre, colours.mark)] };
}
