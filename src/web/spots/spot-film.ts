import { findDistrict, findScheme, readStandingLook, type StandingLook } from '../../domain/directory/index.ts';
import { readClip } from '../../domain/intake/index.ts';
import { filmScheme, lowerThirdTexts } from '../../domain/render/index.ts';
import type { Spot } from '../../domain/spots/index.ts';
import type { FilmOrder } from '../../engine/graphics/lay-film.ts';
import { FRAME_RATE, frames } from '../../kernel/frames.ts';
import type { WebContext } from '../http/route.ts';

/** A look as the spot's district has it. Throws RefusalError when the mark that was chosen for it is gone. */
export function lookOfSpot(c: WebContext, { district }: Spot, look: Spot['document']['look']): Promise<StandingLook> {
  const { catalogue, blobs, config } = c.get('app');
  return readStandingLook({ catalogue, blobs, projectRoot: config.projectRoot }, look, district);
}

/** What is drawn over the spot's film in its document's look, to be shown before there is a film. */
export async function filmOfSpot(c: WebContext, spot: Spot, aspect: '16x9' | 'sd'): Promise<FilmOrder> {
  const { document, district } = spot;
  const { language, figure } = document;
  const { rows } = c.get('app').catalogue;
  const scheme = findScheme(rows, document.scheme);
  const picture = readClip(rows, spot.clipId).facts?.picture;
  const standing = await lookOfSpot(c, spot, document.look);
  return {
    ...{ look: standing.look, aspect, language },
    // A length that surely has time for everything: whether this one has is asked elsewhere.
    lengthFrames: frames(30 * FRAME_RATE),
    texts: lowerThirdTexts(document, findDistrict(rows, district)?.[language] ?? ''),
    ...(figure && { quote: figure }),
    scheme: scheme && filmScheme(scheme, language),
    department: standing.department[language],
    markCorner: 'left',
    portrait: picture ? picture.displayWidth < picture.displayHeight : false,
  };
}
