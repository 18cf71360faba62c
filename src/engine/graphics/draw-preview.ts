import { allow, type Decision } from '../../kernel/refusal.ts';
import { type FilmOrder, layFilm } from './lay-film.ts';
import type { Png } from './layers.ts';
import { rasterise } from './raster.ts';
import { svgOf } from './svg.ts';

/** `opening`: scheme beside the mark, and the name · `mark`: the mark alone, as it stays. */
export const PREVIEW_PARTS = ['opening', 'mark'] as const;
export type PreviewPart = (typeof PREVIEW_PARTS)[number];

/**
 * What stands on the picture of a film, as one PNG of that width with nothing behind: to be laid over any frame of the film.
 * Refuses what layFilm refuses.
 */
export async function drawPreview(
  order: FilmOrder,
  { part, width }: { readonly part: PreviewPart; readonly width: number },
): Promise<Decision<Png>> {
  const laid = layFilm(order);
  if (!laid.ok) return laid;
  const { aspect, mark, chip, lowerThird } = laid.value;
  const parts = part === 'mark' ? [mark] : [...(chip?.parts ?? [mark]), ...(lowerThird?.turns[0].parts ?? [])];
  const canvas = { x: 0, y: 0, width: aspect.canvas[0], height: aspect.canvas[1] };
  const shown = parts.map((one) => ({ part: one }));
  return allow(await rasterise(svgOf(shown, canvas), width));
}
