import type { LookName } from '../graphics/look-names.ts';

/** The beds that there are: one was composed for each look, and any look may take any. */
export const BED_NAMES = ['sober', 'warm', 'bold'] as const satisfies readonly LookName[];
export type BedName = (typeof BED_NAMES)[number];

/** What may be asked for: the look's own bed, one by its name, or none. */
export const MUSIC_CHOICES = ['look', ...BED_NAMES, 'none'] as const;
export type MusicChoice = (typeof MUSIC_CHOICES)[number];

/** The bed that is meant; undefined: none. */
export function bedFor(choice: MusicChoice, look: LookName): BedName | undefined {
  if (choice === 'none') return undefined;
  return choice === 'look' ? look : choice;
}
