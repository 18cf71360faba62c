import type { LookName } from '../graphics/look-names.ts';
import { bedFor, type MusicChoice } from '../music/bed-names.ts';
import type { FilmMusic } from './film-order.ts';
import { placeVoice, type ToldShot } from './place-captions.ts';

/** The bed that was chosen, and where it steps back; undefined: none. */
export function placeMusic(
  { choice, look }: { readonly choice: MusicChoice; readonly look: LookName },
  shots: readonly ToldShot[],
): FilmMusic | undefined {
  const bed = bedFor(choice, look);
  return bed && { bed, spoken: placeVoice(shots) };
}
