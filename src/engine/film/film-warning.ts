import { SHORTEST_WITH_FIGURE_SECONDS } from '../graphics/film-times.ts';
import type { FilmLayers } from '../graphics/layers.ts';

/** What staff should know of a film that was made all the same. `user` is a message key. */
export interface FilmWarning {
  readonly code: string;
  readonly user: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What the layout noted, as staff are told it. */
export function noteWarning({ code, text }: FilmLayers['notes'][number]): FilmWarning {
  return {
    code: `film.${code}`,
    user: `film.warn.${code.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    // Of all notes only the figure's names a length.
    params: { text, ...(code === 'no-time-for-figure' && { n: SHORTEST_WITH_FIGURE_SECONDS }) },
  };
}
