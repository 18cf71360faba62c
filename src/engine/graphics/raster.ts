import { renderAsync } from '@resvg/resvg-js';
import type { Png } from './layers.ts';

/** SVG without text elements → PNG, off the main thread. System fonts are never read: every letter is an outline already. */
export async function rasterise(svg: string): Promise<Png> {
  const image = await renderAsync(svg, { font: { loadSystemFonts: false } });
  return image.asPng();
}
