import { readFile } from 'node:fs/promises';
import type { FilmLayers } from '../../graphics/layers.ts';
import type { FilmOrder } from '../film-order.ts';
import type { RenderPlan } from '../plan-film.ts';
import type { KeyedFilm } from './choose-pieces.ts';
import { keyEncoder, keySound } from './key-file.ts';
import { keyPictures } from './key-pictures.ts';

/** Keys of one canvas's pictures, sound and encoders. Its caption file is read where the plan says that it lies. */
export async function keyFilm(
  order: FilmOrder,
  plan: RenderPlan,
  { graphics }: { readonly graphics: FilmLayers },
): Promise<KeyedFilm> {
  const captions = plan.captions && (await readFile(plan.captions.file, 'utf8'));
  return {
    pictures: keyPictures(plan, { graphics, captions }),
    soundKey: keySound(order),
    encoders: new Map(plan.outputs.map(({ preset }) => [preset.name, keyEncoder(preset, plan)])),
  };
}
