import { renderAsync } from '@resvg/resvg-js';
import type { Png } from './layers.ts';

/** SVG without text elements → PNG of its own width or another, off the main thread. System fonts are never read: every letter is an outline already. */
export async function rasterise(svg: string, width?: number): Promise<Png> {
  const fit = width === undefined ? {} : { fitTo: { mode: 'width', value: width } as const };
  const image = await renderAsync(svg, { font: { loadSystemFonts: false }, ...fit });
  return image.asPng();
}
