import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fontsFolder } from '../captions/fonts-folder.ts';
import { assDocument, type PlacedCue } from '../captions/write-ass.ts';
import type { Aspect } from '../graphics/layers.ts';
import type { Look } from '../graphics/look.ts';
import type { BurnedCaptions } from './plan-film.ts';

export interface CaptionPlace {
  readonly look: Look;
  readonly aspect: Aspect;
  /** In looks that give numbers the scheme's colour. */
  readonly numberColour: string;
  /** Where the file and its fonts are put. */
  readonly folder: string;
}

/** The captions as libass draws them; undefined when there are none. */
export async function writeCaptions(
  cues: readonly PlacedCue[],
  place: CaptionPlace,
): Promise<BurnedCaptions | undefined> {
  if (cues.length === 0) return undefined;
  const { look, aspect, numberColour, folder } = place;
  const file = join(folder, `captions-${aspect}.ass`);
  await writeFile(file, assDocument({ cues, look, aspect, numberColour }));
  return { file, fontsFolder: await fontsFolder(folder) };
}
