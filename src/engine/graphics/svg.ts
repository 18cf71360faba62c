import type { Box, Part, Shape } from './drawing.ts';

/** A part, and as much of it as is uncovered; without `clip` all of it. */
export interface ShownPart {
  readonly part: Part;
  readonly clip?: Box | undefined;
}

/** The picture inside `crop` as SVG of the crop's size; words stand in `aria-label`. */
export function svgOf(shown: readonly ShownPart[], crop: Box): string {
  const { x, y, width, height } = crop;
  const clips = shown.flatMap(({ clip }, index) => (clip ? [`<clipPath id="c${index}">${rect(clip)}</clipPath>`] : []));
  const groups = shown.map(({ part, clip }, index) => {
    const how = `${clip ? ` clip-path="url(#c${index})"` : ''}${part.opacity === undefined ? '' : ` opacity="${part.opacity}"`}`;
    return `<g${how}>${part.shapes.map(shapeSvg).join('')}</g>`;
  });
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}">`;
  return `${open}${clips.length > 0 ? `<defs>${clips.join('')}</defs>` : ''}${groups.join('')}</svg>`;
}

function shapeSvg(shape: Shape): string {
  if (shape.kind === 'slab') {
    const opacity = shape.opacity === undefined ? '' : ` opacity="${shape.opacity}"`;
    return rect(shape.box, ` fill="${shape.fill}"${opacity}`);
  }
  if (shape.kind === 'text')
    return `<path aria-label="${escapeAttribute(shape.text)}" fill="${shape.fill}" d="${shape.outline}"/>`;
  const { stroke } = shape;
  const line = stroke ? ` stroke="${stroke.colour}" stroke-width="${stroke.width}" stroke-linecap="round"` : '';
  return `<path fill="${shape.fill ?? 'none'}"${line} d="${shape.outline}"/>`;
}

function rect({ x, y, width, height }: Box, paint = ''): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}"${paint}/>`;
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
