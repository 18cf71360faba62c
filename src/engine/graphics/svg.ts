import type { Box, Figure, Part, Picture, Shape, Slab, Turn } from './drawing.ts';
import { grainTile } from './grain.ts';

/** A part, and how it is seen on one frame: uncovered inside `clip`, moved, faded, turned. Without these as it lies. */
export interface ShownPart {
  readonly part: Part;
  /** In the canvas, whatever the part's own move. */
  readonly clip?: Box | undefined;
  readonly shift?: { readonly x: number; readonly y: number } | undefined;
  readonly opacity?: number | undefined;
  readonly turn?: Turn | undefined;
}

/**
 * The picture inside `crop` as SVG of the crop's size, or of another raster's whose pixels are no squares; words stand in
 * `aria-label`.
 */
export function svgOf(shown: readonly ShownPart[], crop: Box, raster: Pick<Box, 'width' | 'height'> = crop): string {
  const { x, y, width, height } = crop;
  const groups = shown.map(groupSvg).join('');
  const defs = shown.map(defsOf).join('') + sharedDefs(shown);
  const squeezed = raster === crop ? '' : ' preserveAspectRatio="none"';
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${raster.width}" height="${raster.height}" viewBox="${x} ${y} ${width} ${height}"${squeezed}>`;
  return `${open}${defs === '' ? '' : `<defs>${defs}</defs>`}${groups}</svg>`;
}

function groupSvg({ part, clip, shift, opacity, turn }: ShownPart, index: number): string {
  const seen = (part.opacity ?? 1) * (opacity ?? 1);
  const outer = [
    clip ? ` clip-path="url(#c${index})"` : '',
    part.hole ? ` mask="url(#m${index})"` : '',
    seen === 1 ? '' : ` opacity="${round(seen)}"`,
  ].join('');
  const move = [shift ? `translate(${shift.x} ${shift.y})` : '', turn ? rotation(turn) : ''].filter(Boolean).join(' ');
  const shapes = part.shapes.map(shapeSvg).join('');
  return `<g${outer}>${move === '' ? shapes : `<g transform="${move}">${shapes}</g>`}</g>`;
}

function defsOf({ part, clip }: ShownPart, index: number): string {
  const clipping = clip ? `<clipPath id="c${index}">${rect(clip)}</clipPath>` : '';
  if (!part.hole) return clipping;
  const { outline, turn } = part.hole;
  const all = rect(part.box, ' fill="#FFFFFF"');
  // The whole part is asked for: a mask's own bounds would follow a stroke or a shadow.
  const place = `x="${part.box.x}" y="${part.box.y}" width="${part.box.width}" height="${part.box.height}"`;
  return `${clipping}<mask id="m${index}" maskUnits="userSpaceOnUse" ${place}>${all}<path fill="#000000"${turning(turn)} d="${outline}"/></mask>`;
}

const SHADOW =
  '<filter id="shadow" x="-20%" y="-40%" width="140%" height="190%"><feDropShadow dx="0" dy="8" stdDeviation="9" flood-color="#1A0D05" flood-opacity="0.38"/></filter>';

function sharedDefs(shown: readonly ShownPart[]): string {
  const shapes = shown.flatMap(({ part }) => part.shapes);
  const shadowed = shapes.some((shape) => 'shadow' in shape && shape.shadow);
  const grained = shapes.some((shape) => shape.kind === 'slab' && shape.grain);
  return (shadowed ? SHADOW : '') + (grained ? grainPattern() : '');
}

function grainPattern(): string {
  const { width, height, href } = grainTile();
  const image = `<image width="${width}" height="${height}" href="${href}"/>`;
  return `<pattern id="grain" patternUnits="userSpaceOnUse" width="${width}" height="${height}">${image}</pattern>`;
}

function shapeSvg(shape: Shape): string {
  if (shape.kind === 'slab') return slabSvg(shape);
  if (shape.kind === 'picture') return pictureSvg(shape);
  if (shape.kind === 'text')
    return `<path aria-label="${escapeAttribute(shape.text)}" fill="${shape.fill}" d="${shape.outline}"/>`;
  return figureSvg(shape);
}

function slabSvg({ box, fill, opacity, radius, turn, shadow, grain }: Slab): string {
  const round = radius === undefined ? '' : ` rx="${radius}"`;
  const body = rect(box, `${round} fill="${fill}"${opacity === undefined ? '' : ` opacity="${opacity}"`}`);
  const fibres = grain ? rect(box, `${round} fill="url(#grain)"`) : '';
  const lifted = shadow ? `<g filter="url(#shadow)">${body}</g>` : body;
  return turn ? `<g${turning(turn)}>${lifted}${fibres}</g>` : lifted + fibres;
}

function pictureSvg({ box: { x, y, width, height }, href, covers }: Picture): string {
  const fit = covers ? 'slice' : 'meet';
  return `<image x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="xMidYMid ${fit}" href="${escapeAttribute(href)}"/>`;
}

function figureSvg({ outline, fill, evenOdd, stroke, opacity, turn, shadow }: Figure): string {
  const line = stroke ? ` stroke="${stroke.colour}" stroke-width="${stroke.width}" stroke-linecap="round"` : '';
  const seen = opacity === undefined ? '' : ` opacity="${opacity}"`;
  const rule = evenOdd ? ' fill-rule="evenodd"' : '';
  const path = `<path fill="${fill ?? 'none'}"${rule}${line}${seen}${turning(turn)} d="${outline}"/>`;
  return shadow ? `<g filter="url(#shadow)">${path}</g>` : path;
}

function rect({ x, y, width, height }: Box, paint = ''): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}"${paint}/>`;
}

function rotation({ degrees, x, y }: Turn): string {
  return `rotate(${round(degrees)} ${x} ${y})`;
}

function turning(turn: Turn | undefined): string {
  return turn ? ` transform="${rotation(turn)}"` : '';
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
