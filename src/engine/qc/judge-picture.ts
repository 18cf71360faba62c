import { FRAME_RATE } from '../../kernel/frames.ts';
import type { FilmMeasurement, Stretch } from './film-measurement.ts';
import type { FilmExpectation } from './judge-film.ts';
import { NOT_MEASURED, notMeasured, type QcCheck, type QcCheckId } from './qc-report.ts';

// What broadcasters refuse: longer black or frozen pictures than these, in seconds.
const LONGEST_BLACK = 0.2;
const LONGEST_FREEZE = 1;
// A still picture that reaches the last frame is taken for an end card when the order is not at hand.
const LONGEST_END_CARD = 5;
// Encoders overshoot at sharp edges: a hundredth of the pixels may leave the range (EBU R103).
const MOST_OUT_OF_RANGE = 0.01;

/** Clean decoding, black, frozen and out-of-range pictures. */
export function judgePicture({ decoded, container }: FilmMeasurement, expected: FilmExpectation): QcCheck[] {
  const seconds = (container.pictures[0]?.packets ?? 0) / FRAME_RATE;
  return [
    {
      id: 'decodes-clean',
      measured: decoded.errors.length === 0 ? 0 : `${decoded.errors.length}: ${decoded.errors[0]}`,
      limit: 0,
      passed: decoded.errors.length === 0,
    },
    worst('black', decoded.black, LONGEST_BLACK, seconds),
    worst('freeze', beforeEndCard(decoded.freezes, seconds, expected), LONGEST_FREEZE, seconds),
    legalRange(decoded.outOfRange),
  ];
}

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

/** The longest of the stretches against what is allowed. */
export function worst(id: QcCheckId, stretches: readonly Stretch[], limit: number, filmSeconds: number): QcCheck {
  const lengths = stretches.map((one) => ({ one, length: (one.endSeconds ?? filmSeconds) - one.startSeconds }));
  const longest = lengths.reduce((a, b) => (b.length > a.length ? b : a), { one: undefined, length: 0 } as {
    one: Stretch | undefined;
    length: number;
  });
  const measured = Number(longest.length.toFixed(2));
  const at = longest.one && measured > limit ? { at: Number(longest.one.startSeconds.toFixed(2)) } : {};
  return { id, measured, limit, passed: measured <= limit, ...at };
}

function legalRange(share: number | undefined): QcCheck {
  const limit = `${MOST_OUT_OF_RANGE * 100} % of pixels`;
  if (share === undefined) return notMeasured('legal-range', limit);
  return {
    id: 'legal-range',
    measured: Number.isFinite(share) ? `${(share * 100).toFixed(2)} % of pixels` : NOT_MEASURED,
    limit,
    passed: share <= MOST_OUT_OF_RANGE,
  };
}
