import { createHash } from 'node:crypto';
import { renderAsync } from '@resvg/resvg-js';
import type { Png } from './layers.ts';

/** The last pictures drawn, the oldest first: spots of one scheme share chip and end card, frame by frame. */
const drawn = new Map<string, Png>();
// Three looks' end cards with all their movement take some 10 MB at 1080p.
const MOST_BYTES = 32e6;
let heldBytes = 0;

/** SVG without text elements → PNG of its own width or another, off the main thread. System fonts are never read: every letter is an outline already. */
export async function rasterise(svg: string, width?: number): Promise<Png> {
  const key = createHash('sha256')
    .update(`${width ?? ''} ${svg}`)
    .digest('base64');
  const known = drawn.get(key);
  if (known) return known;
  const fit = width === undefined ? {} : { fitTo: { mode: 'width', value: width } as const };
  const image = await renderAsync(svg, { font: { loadSystemFonts: false }, ...fit });
  const png = image.asPng();
  keep(key, png);
  return png;
}

function keep(key: string, png: Png): void {
  if (drawn.has(key)) return;
  drawn.set(key, png);
  heldBytes += png.length;
  for (const [oldest, { length }] of drawn) {
    if (heldBytes <= MOST_BYTES) return;
    drawn.delete(oldest);
    heldBytes -= length;
  }
}
