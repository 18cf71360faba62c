import { Resvg } from '@resvg/resvg-js';

/** A picture that repeats without a seam, for an SVG pattern. */
export interface Tile {
  readonly width: number;
  readonly height: number;
  readonly href: string;
}

let tile: Tile | undefined;

/**
 * Fibres of paper, at most some 4 grey levels deep, the same on every frame: grain that moves would shimmer on interlaced
 * sets and eat bit rate. Drawn once in a process (0.1 s); noise over a whole picture would cost 1.8 s each time.
 */
export function grainTile(): Tile {
  tile ??= drawTile(360, 240);
  return tile;
}

function drawTile(width: number, height: number): Tile {
  // Long upright fibres; brown, its strength from the noise.
  const noise =
    '<feTurbulence type="fractalNoise" baseFrequency="0.35 0.00625" numOctaves="3" seed="7" stitchTiles="stitch"/>';
  const brown = '<feColorMatrix values="0 0 0 0 0.42  0 0 0 0 0.27  0 0 0 0 0.12  0.55 0 0 0 -0.1"/>';
  const filter = `<filter id="fibres" x="0" y="0" width="100%" height="100%">${noise}${brown}</filter>`;
  const size = `width="${width}" height="${height}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><defs>${filter}</defs><g opacity="0.22"><rect ${size} filter="url(#fibres)"/></g></svg>`;
  const png = new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
  return { width, height, href: `data:image/png;base64,${png.toString('base64')}` };
}
