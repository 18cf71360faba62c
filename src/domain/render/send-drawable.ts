import { join } from 'node:path';
import { readDeliveryPresets } from '../../engine/film/delivery-preset.ts';
import { listCanvases } from '../../engine/film/film-canvas.ts';
import { layFilm } from '../../engine/graphics/lay-film.ts';
import { FRAME_RATE, frames } from '../../kernel/frames.ts';
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
  const drawable = await decideDrawable(parts, spot);
  return drawable.ok ? sendSpot(parts, by, spotId, clipFrames) : drawable;
}

/** Lays every cut out on every canvas that the district's operators need; nothing is drawn. */
async function decideDrawable(parts: LookParts, spot: Spot): Promise<Decision<void>> {
  const { rows } = parts.catalogue;
  const { document, district } = spot;
  const { language } = document;
  const all = await readDeliveryPresets(join(parts.projectRoot, 'presets/delivery'));
  const canvases = listCanvases(listPresets(rows, district).flatMap((name) => all.get(name) ?? []));
  const scheme = findScheme(rows, document.scheme);
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
      }
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, refusal: error.refusal };
    throw error;
  }
  return allow(undefined);
}
