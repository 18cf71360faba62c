import type { Lie, Look } from './sight.ts';

// Faces upright score 0.7–0.97 in most looks (ten clips, drawn and filmed); on the side none but a stray reaches 0.6.
const CLEAR = 0.6;
// Fewer clear ones among the looks are strays or passers-by, not who was filmed.
const SEEN_UPRIGHT = 1 / 3;
const LEAST_CLEAR = 2;
const SHARE_CLEAR = 0.6;

/** How sure a face is in each picture that was turned so far; 0 where there was none. */
export interface TriedTurn {
  readonly turn: Lie;
  readonly scores: readonly number[];
}

/** Nobody stands upright in most looks: then it is worth turning a few pictures. Pure. */
export function mayLie(looks: readonly Pick<Look, 'face'>[]): boolean {
  const clear = looks.filter(({ face }) => face && face.score >= CLEAR).length;
  return looks.length >= LEAST_CLEAR && clear < looks.length * SEEN_UPRIGHT;
}

/** So many misses no later look makes good. */
export function isHopeless(scores: readonly number[], pictures: number): boolean {
  return scores.filter((score) => score < CLEAR).length > pictures * (1 - SHARE_CLEAR);
}

/**
 * The turn that shows clear faces. The net takes some heads that stand on their crown for faces, too, a little less sure:
 * so the surest turn counts, not the first one. Pure.
 */
export function judgeLie(tried: readonly TriedTurn[]): Lie | undefined {
  const clear = tried.filter(({ scores }) => {
    const sure = scores.filter((score) => score >= CLEAR).length;
    return sure >= LEAST_CLEAR && sure >= scores.length * SHARE_CLEAR;
  });
  return clear.toSorted((a, b) => mean(b.scores) - mean(a.scores))[0]?.turn;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
