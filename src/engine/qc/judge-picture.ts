import { FRAME_RATE } from '../../kernel/frames.ts';
import type { FilmExpectation } from './film-expectation.ts';
import type { FilmMeasurement } from './film-measurement.ts';
import { NOT_MEASURED, notMeasured, type QcCheck } from './qc-report.ts';
import { beforeEndCard, besideCards, worst } from './stretches.ts';

// What broadcasters refuse: longer black or frozen pictures than these, in seconds.
const LONGEST_BLACK = 0.2;
const LONGEST_FREEZE = 1;
// Encoders overshoot at sharp edges: a hundredth of the pixels may leave the range (EBU R103).
const MOST_OUT_OF_RANGE = 0.01;

/** Clean decoding, black, frozen and out-of-range pictures. */
export function judgePicture({ decoded, container }: FilmMeasurement, expected: FilmExpectation): QcCheck[] {
  const seconds = (container.pictures[0]?.packets ?? 0) / FRAME_RATE;
  const freezes = beforeEndCard(decoded.freezes, seconds, expected);
  return [
    {
      id: 'decodes-clean',
      measured: decoded.errors.length === 0 ? 0 : `${decoded.errors.length}: ${decoded.errors[0]}`,
      limit: 0,
      passed: decoded.errors.length === 0,
    },
    worst('black', decoded.black, LONGEST_BLACK, seconds),
    worst('freeze', besideCards(freezes, seconds, expected), LONGEST_FREEZE, seconds),
    legalRange(decoded.outOfRange),
  ];
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
