/** SVG shapes as text: flat colour, no style sheet; the last argument is opacity where there is one. */
export const rect = (x, y, width, height, fill, radius = 0) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;

export const ellipse = (x, y, rx, ry, fill, opacity = 1) =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" fill-opacity="${opacity}"/>`;

export const path = (d, fill, opacity = 1) => `<path d="${d}" fill="${fill}" fill-opacity="${opacity}"/>`;

export const curve = (d, stroke, width) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

export const group = (transform, inner) => `<g transform="${transform}">${inner}</g>`;

/** `#RRGGBB` towards white (amount up to 1) or black (down to -1). */
export function shade(colour, amount) {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const towards = amount > 0 ? 255 : 0;
  const mixed = parts.map((part) => Math.round(part + (towards - part) * Math.abs(amount)));
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** The same thing several times; `draw` gets its number from 0. */
export const across = (count, draw) => Array.from({ length: count }, (_, at) => draw(at)).join('');
