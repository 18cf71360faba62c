import { join } from 'node:path';
import { readDeliveryPresets } from '../../engine/film/delivery-preset.ts';
import { listCanvases } from '../../engine/film/film-canvas.ts';
import { type FilmWarning, noteWarning } from '../../engine/film/film-warning.ts';
import { layFilm } from '../../engine/graphics/lay-film.ts';
import type { FilmLayers } from '../../engine/graphics/layers.ts';
import { FRAME_RATE, frames } from '../../kernel/frames.ts';
import { lettersOf } from '../../kernel/letters.ts';
import { allow, type Decision, RefusalError } from '../../kernel/refusal.ts';
import type { Person } from '../accounts/index.ts';
import { findDistrict, findScheme, type LookParts, readStandingLook } from '../directory/index.ts';
import { decideSend, getSpot, type Spot, sendSpot } from '../spots/index.ts';
import { filmScheme, lowerThirdTexts } from './order-film.ts';
import { listPresets } from './render.store.ts';

/**
 * Sends a spot to review when its films can be drawn: a name that fits no canvas, a letter that no font has or a mark that is
 * gone is said to the maker now, not to the reviewer after an hour. `clipFrames` is the clip's length.
 */
export async function sendDrawable(
  parts: LookParts,
  by: Person,
  spotId: string,
  clipFrames: number,
): Promise<Decision<Spot>> {
  const spot = getSpot(parts.catalogue.rows, by, spotId);
  const allowed = decideSend(spot, clipFrames);
  if (!allowed.ok) return allowed;
  const drawable = await layCuts(parts, spot);
  return drawable.ok ? sendSpot(parts, by, spotId, clipFrames) : drawable;
}

// Shorter texts fit as the looks are drawn.
const USUAL_LETTERS = 30;

/** What staff should know of a spot's texts while they can still be written shorter; nothing where they cannot be drawn at all. */
export async function warnOfTexts(parts: LookParts, spot: Spot): Promise<FilmWarning[]> {
  const { name, village, benefit } = spot.document;
  if ([name, village, benefit].every((text) => lettersOf(text).length <= USUAL_LETTERS)) return [];
  const laid = await layCuts(parts, spot);
  const notes = laid.ok ? laid.value.filter(({ code }) => code === 'long-text' || code === 'shorter-place') : [];
  const texts = new Map(notes.map((note) => [`${note.code} ${note.text}`, noteWarning(note)]));
  return [...texts.values()];
}

/** Lays every cut out on every canvas that the district's operators need; nothing is drawn. */
async function layCuts(parts: LookParts, spot: Spot): Promise<Decision<FilmLayers['notes']>> {
  const { rows } = parts.catalogue;
  const { document, district } = spot;
  const { language } = document;
  const all = await readDeliveryPresets(join(parts.projectRoot, 'presets/delivery'));
  const canvases = listCanvases(listPresets(rows, district).flatMap((name) => all.get(name) ?? []));
  const scheme = findScheme(rows, document.scheme);
  const notes: FilmLayers['notes'][number][] = [];
  try {
    const { look, department } = await readStandingLook(parts, document.look, district);
    const said = {
      ...({ look, language, department: department[language], markCorner: 'left', portrait: false } as const),
      ...{ texts: lowerThirdTexts(document, findDistrict(rows, district)?.[language] ?? ''), quote: document.figure },
      scheme: scheme && filmScheme(scheme, language),
    };
    for (const { aspect } of canvases)
      for (const { lengthSeconds } of document.cuts) {
        const laid = layFilm({ ...said, aspect, lengthFrames: frames(lengthSeconds * FRAME_RATE) });
        if (!laid.ok) return laid;
        notes.push(...laid.value.notes);
      }
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, refusal: error.refusal };
    throw error;
  }
  return allow(notes);
}
