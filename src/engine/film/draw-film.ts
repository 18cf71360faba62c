import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { unwrap } from '../../kernel/refusal.ts';
import { drawFilmLayers } from '../graphics/draw-film-layers.ts';
import type { Aspect, FilmLayers } from '../graphics/layers.ts';
import { type Look, readLook } from '../graphics/look.ts';
import type { FilmOrder } from './film-order.ts';
import { isSafePath } from './filter-graph.ts';
import { shownAspect } from './fit-shot.ts';
import type { BurnedCaptions } from './plan-film.ts';

/** Everything over the pictures, drawn. */
export interface DrawnFilm {
  readonly graphics: FilmLayers;
  readonly captions: BurnedCaptions | undefined;
  /** The look's window (px) when every shot is portrait. */
  readonly portraitWindow: number | undefined;
  /** Takes away what was written outside the work folder. */
  release(): Promise<void>;
}

export interface DrawParts {
  readonly looksFolder: string;
  readonly workFolder: string;
}

/** Draws the graphics and writes the captions of a film. Throws RefusalError for a text that fits nowhere. */
export async function drawFilm(order: FilmOrder, parts: DrawParts): Promise<DrawnFilm> {
  const look = await readLook(join(parts.looksFolder, order.look));
  const aspect = chooseAspect(order);
  const portrait = order.shots.every(({ source }) => shownAspect(source.picture) < 1);
  const graphics = unwrap(
    await drawFilmLayers({ ...order, look, aspect, portrait, times: { endCardFrom: order.endCardFrom } }),
  );
  const portraitWindow = portrait ? look.aspects[aspect].portrait?.width : undefined;
  const texts = await chooseTextFolder(parts.workFolder);
  const captions = await writeCaptions(order, { look, aspect, graphics, folder: texts.folder });
  return { graphics, captions, portraitWindow, release: texts.release };
}

/** One graph for all presets: with one SD file among them everything is drawn large enough for it. */
function chooseAspect({ presets }: FilmOrder): Aspect {
  return presets.some(({ picture }) => picture.raster.height < 720) ? 'sd' : '16x9';
}

/** Caption files stand in a filter by their path, so they lie where no path needs escaping. */
async function chooseTextFolder(workFolder: string) {
  if (isSafePath(workFolder)) return { folder: workFolder, release: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'prerna-'));
  return { folder, release: () => rm(folder, { recursive: true, force: true }) };
}
