import type { DeliveryPreset } from '../engine/film/delivery-preset.ts';
import { listCanvases } from '../engine/film/film-canvas.ts';
import type { FilmOrder } from '../engine/film/film-order.ts';
import { type FilmWarning, noteWarning } from '../engine/film/film-warning.ts';
import { WANTED_LENGTH } from '../engine/film/spot-length.ts';
import { layFilm } from '../engine/graphics/lay-film.ts';
import { refuseLetters } from '../kernel/letters.ts';
import { RefusalError, unwrap } from '../kernel/refusal.ts';

/**
 * Lays the words out on every canvas before anything is heard or rendered: what is said of texts that stand smaller than they
 * are drawn for. Throws RefusalError for one that fits nowhere.
 */
export function layWords(
  words: Pick<FilmOrder, 'texts' | 'quote' | 'scheme' | 'department' | 'markCorner' | 'language' | 'look'>,
  presets: readonly DeliveryPreset[],
): FilmWarning[] {
  const { name = '', place, benefit = '' } = words.texts;
  const refusal =
    refuseLetters('name', name) ?? refuseLetters('place', place.at(-1) ?? '') ?? refuseLetters('line', benefit);
  if (refusal) throw new RefusalError(refusal);
  const notes = listCanvases(presets).flatMap(
    ({ aspect }) => unwrap(layFilm({ ...words, aspect, lengthFrames: WANTED_LENGTH, portrait: false })).notes,
  );
  const early = notes.filter(({ code }) => code.startsWith('long-')).map(noteWarning);
  return [...new Map(early.map((warning) => [JSON.stringify(warning), warning])).values()];
}
