import type { FilmProgress } from '../engine/film/make-film.ts';

// A guess from less is wild.
const GUESS_FROM = 0.1;

/**
 * Guesses the seconds left by the pace since encoding began: how long drawing took says nothing of it. Undefined before a
 * tenth is done. Measured with other work beside it: on 10 s in four presets never more than a quarter off while encoding, on
 * 30 s in five up to two fifths, for the other work came and went.
 */
export function watchPace() {
  let began: { readonly share: number; readonly seconds: number } | undefined;
  return ({ share, step }: FilmProgress, elapsedSeconds: number): number | undefined => {
    if (step === 'encoding') began ??= { share, seconds: elapsedSeconds };
    if (!began || share < GUESS_FROM || share >= 1 || share <= began.share) return undefined;
    return ((elapsedSeconds - began.seconds) / (share - began.share)) * (1 - share);
  };
}
