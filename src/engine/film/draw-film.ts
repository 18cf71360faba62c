import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '../../kernel/refusal.ts';
import { drawFilmLayers } from '../graphics/draw-film-layers.ts';
import type { Aspect, FilmLayers } from '../graphics/layers.ts';
import { readLook } from '../graphics/look.ts';
import type { DeliveryPreset } from './delivery-preset.ts';
import type { FilmOrder } from './film-order.ts';
import { isSafePath } from './filter-graph.ts';
import { shownAspect } from './fit-shot.ts';
import type { BurnedCaptions } from './plan-film.ts';
import { writeCaptions } from './write-captions.ts';

/** Everything over the pictures, drawn. */
export interface DrawnFilm {
  readonly graphics: FilmLayers;
  readonly captions: BurnedCaptions | undefined;
  /** The look's window (px) when every shot is portrait. */
  readonly portraitWindow: number | undefined;
}

export interface DrawParts {
  readonly looksFolder: string;
  /** Where caption files go: openTextFolder. */
  readonly textFolder: string;
}

/** Draws the graphics and writes the captions of a film. Throws RefusalError for a text that fits nowhere. */
export async function drawFilm(order: FilmOrder, parts: DrawParts): Promise<DrawnFilm> {
  const look = await readLook(join(parts.looksFolder, order.look));
  const aspect = chooseAspect(order.presets);
  const portrait = order.shots.every(({ source }) => shownAspect(source.picture) < 1);
  const { language, lengthFrames, texts, scheme, department, markCorner } = order;
  const times = { endCardFrom: order.endCardFrom };
  const drawing = { look, aspect, language, lengthFrames, texts, scheme, department, markCorner, portrait, times };
  const graphics = unwrap(await drawFilmLayers(drawing));
  const portraitWindow = portrait ? look.aspects[aspect].portrait?.width : undefined;
  const captions = await writeCaptions(order.cues, { look, graphics, folder: parts.textFolder });
  return { graphics, captions, portraitWindow };
}

/** The canvas of a film: one graph for all presets: with one SD file among them everything is drawn large enough for it. */
export function chooseAspect(presets: readonly DeliveryPreset[]): Aspect {
  return presets.some(({ picture }) => picture.raster.height < 720) ? 'sd' : '16x9';
}

/** Caption files stand in a filter by their path, so they lie where no path needs escaping; `release` takes away the rest. */
export async function openTextFolder(workFolder: string): Promise<{ folder: string; release(): Promise<void> }> {
  if (isSafePath(workFolder)) return { folder: workFolder, release: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'prerna-'));
  return { folder, release: () => rm(folder, { recursive: true, force: true }) };
}
