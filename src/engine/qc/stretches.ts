import { FRAME_RATE } from '../../kernel/frames.ts';
import type { FilmExpectation } from './film-expectation.ts';
import type { Stretch } from './film-measurement.ts';
import type { QcCheck, QcCheckId } from './qc-report.ts';

// A still picture that reaches the last frame is taken for an end card when the order is not at hand.
const LONGEST_END_CARD = 5;

/** The stretches (s) of a film of that length that lie before its end card, cut where it begins. */
export function beforeEndCard(stretches: readonly Stretch[], seconds: number, expected: FilmExpectation): Stretch[] {
  if (expected.endCardFrame !== undefined) {
    const card = expected.endCardFrame / FRAME_RATE;
    return stretches
      .filter(({ startSeconds }) => startSeconds < card)
      .map(({ startSeconds, endSeconds }) => ({ startSeconds, endSeconds: Math.min(endSeconds ?? card, card) }));
  }
  // Two frames of grace: detectors end a stretch at the last picture's start.
  const reachesEnd = ({ endSeconds }: Stretch) => endSeconds === undefined || endSeconds >= seconds - 0.08;
  return stretches.filter((one) => !(reachesEnd(one) && seconds - one.startSeconds <= LONGEST_END_CARD));
}

/** What of the stretches is not under a card that is meant to stand still. */
export function besideCards(
  stretches: readonly Stretch[],
  seconds: number,
  { cards = [] }: FilmExpectation,
): Stretch[] {
  return cards.reduce<Stretch[]>(
    (left, card) => {
      const [from, to] = [card.startFrame / FRAME_RATE, card.endFrame / FRAME_RATE];
      return left.flatMap(({ startSeconds, endSeconds = seconds }) =>
        [
          { startSeconds, endSeconds: Math.min(endSeconds, from) },
          { startSeconds: Math.max(startSeconds, to), endSeconds },
        ].filter((part) => part.endSeconds > part.startSeconds),
      );
    },
    [...stretches],
  );
}

/** The longest of the stretches against what is allowed. */
export function worst(id: QcCheckId, stretches: readonly Stretch[], limit: number, filmSeconds: number): QcCheck {
  const lengthOf = (one: Stretch) => (one.endSeconds ?? filmSeconds) - one.startSeconds;
  const longest = stretches.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
  const measured = longest ? Number(lengthOf(longest).toFixed(2)) : 0;
  const at = longest && measured > limit ? { at: Number(longest.startSeconds.toFixed(2)) } : {};
  return { id, measured, limit, passed: measured <= limit, ...at };
}
