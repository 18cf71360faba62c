import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FilmLayers, Qoi } from '../graphics/layers.ts';
import { layerStem } from './plan-film.ts';

/** Writes every picture of the drawn layers under the names that the plan gives them. */
export async function writeLayers(graphics: FilmLayers, folder: string): Promise<void> {
  for (const layer of graphics.layers) {
    const stem = layerStem(layer);
    const moving = 'endFrame' in layer ? { entry: [], exit: [] } : layer;
    await writePictures(folder, `${stem}-in`, [...moving.entry, layer.still]);
    await writePictures(folder, `${stem}-out`, moving.exit);
  }
}

/** `<stem>-000.qoi` …, as FFmpeg reads a sequence. */
export async function writePictures(folder: string, stem: string, pictures: readonly Qoi[]): Promise<void> {
  for (const [index, picture] of pictures.entries())
    await writeFile(join(folder, `${stem}-${String(index).padStart(3, '0')}.qoi`), picture);
}
