import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaptionCue } from '../captions/cue.ts';
import { fontsFolder } from '../captions/fonts-folder.ts';
import { assDocument, raisedBy } from '../captions/write-ass.ts';
import type { FilmLayers } from '../graphics/layers.ts';
import type { Look } from '../graphics/look.ts';
import type { BurnedCaptions } from './plan-film.ts';

export interface CaptionPlace {
  readonly look: Look;
  readonly graphics: FilmLayers;
  /** In looks that give numbers the scheme's colour. */
  readonly numberColour: string;
  /** Where the file and its fonts are put. */
  readonly folder: string;
}

/** The captions as libass draws them, above the lower third while it stands; undefined when there are none. */
export async function writeCaptions(
  cues: readonly CaptionCue[],
  place: CaptionPlace,
): Promise<BurnedCaptions | undefined> {
  if (cues.length === 0) return undefined;
  const { look, graphics, numberColour, folder } = place;
  const file = join(folder, `captions-${graphics.aspect}.ass`);
  await writeFile(file, assDocument({ cues, look, aspect: graphics.aspect, raised: raisedBy(graphics), numberColour }));
  return { file, fontsFolder: await fontsFolder(folder) };
}
