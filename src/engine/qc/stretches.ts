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
  const meant = cards.map(({ startFrame, endFrame }) => ({
    startSeconds: startFrame / FRAME_RATE,
    endSeconds: endFrame / FRAME_RATE,
  }));
  return outside(stretches, seconds, meant);
}

// A clip of another rate has its pictures up to a fifth of a second away from the film's.
const LATE = 0.2;

/** What of the stretches does not stand still in the clips themselves. */
export function besideStills(
  stretches: readonly Stretch[],
  seconds: number,
  { stills = [] }: FilmExpectation,
): Stretch[] {
  const found = stills.map(({ startSeconds, endSeconds = seconds }) => ({
    startSeconds: startSeconds - LATE,
    endSeconds: endSeconds + LATE,
  }));
  return outside(stretches, seconds, found);
}

/** What of the stretches of a film of that length lies in none of the spans. */
export function outside(
  stretches: readonly Stretch[],
  seconds: number,
  spans: readonly { readonly startSeconds: number; readonly endSeconds: number }[],
): Stretch[] {
  return spans.reduce<Stretch[]>(
    (left, span) =>
      left.flatMap(({ startSeconds, endSeconds = seconds }) =>
        [
          { startSeconds, endSeconds: Math.min(endSeconds, span.startSeconds) },
          { startSeconds: Math.max(startSeconds, span.endSeconds), endSeconds },
        ].filter((part) => part.endSeconds > part.startSeconds),
      ),
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
