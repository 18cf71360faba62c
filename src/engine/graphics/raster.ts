import { createHash } from 'node:crypto';
import { type RenderedImage, renderAsync } from '@resvg/resvg-js';
import type { Png, Qoi } from './layers.ts';
import { writeQoi } from './qoi.ts';

/** The last pictures drawn, the oldest first: spots of one scheme share chip and end card, frame by frame. */
const drawn = new Map<string, Uint8Array>();
// An end card with all its movement takes 1 MB at 1080p, on paper with grain 37.
const MOST_BYTES = 64e6;
let heldBytes = 0;

/** SVG without text elements → PNG of its own width or another, off the main thread. System fonts are never read: every letter is an outline already. */
export function rasterise(svg: string, width?: number): Promise<Png> {
  return once(`png ${width ?? ''} ${svg}`, async () => (await draw(svg, width)).asPng());
}

/** The same at its own size, for a film. */
export function filmPicture(svg: string): Promise<Qoi> {
  return once(`qoi ${svg}`, async () => writeQoi(await draw(svg)));
}

function draw(svg: string, width?: number): Promise<RenderedImage> {
  const fit = width === undefined ? {} : { fitTo: { mode: 'width', value: width } as const };
  return renderAsync(svg, { font: { loadSystemFonts: false }, ...fit });
}

async function once(asked: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const key = createHash('sha256').update(asked).digest('base64');
  const known = drawn.get(key);
  if (known) return known;
  const picture = await make();
  keep(key, picture);
  return picture;
}

function keep(key: string, picture: Uint8Array): void {
  if (drawn.has(key)) return;
  drawn.set(key, picture);
  heldBytes += picture.length;
  for (const [oldest, { length }] of drawn) {
    if (heldBytes <= MOST_BYTES) return;
    drawn.delete(oldest);
    heldBytes -= length;
  }
}
