import { FRAME_RATE } from '../../kernel/frames.ts';
import type { DeliveryPreset } from '../film/delivery-preset.ts';
import { programmeSeconds } from '../film/slate/slate-layout.ts';
import type { FilmExpectation } from './film-expectation.ts';
import type { DecodedFacts, FilmMeasurement, Stretch } from './film-measurement.ts';
import type { Flashes } from './flashes.ts';
import { NOT_MEASURED, notExpected, notMeasured, type QcCheck } from './qc-report.ts';
import { beforeEndCard, besideCards, besideStills, outside, worst } from './stretches.ts';

// What broadcasters refuse: longer black or frozen pictures than these, in seconds.
const LONGEST_BLACK = 0.2;
const LONGEST_FREEZE = 1;
// Encoders overshoot at sharp edges: a hundredth of the pixels may leave the range (EBU R103).
const MOST_OUT_OF_RANGE = 0.01;
const MOST_FLASHES = 3;
// Steps of luma, on average over 144 places: encoding costs under 1, SD's change of colour space 2; another picture 15 and more.
const MOST_DIFFERENCE = 5;

/** Clean decoding, black, frozen and out-of-range pictures. */
export function judgePicture(
  { decoded, container }: FilmMeasurement,
  preset: DeliveryPreset,
  expected: FilmExpectation,
): QcCheck[] {
  const seconds = programmeSeconds(preset, container.pictures[0]?.packets ?? 0);
  const freezes = besideBlack(beforeEndCard(decoded.freezes, seconds, expected), seconds, decoded.black);
  return [
    {
      id: 'decodes-clean',
      measured: decoded.errors.length === 0 ? 0 : `${decoded.errors.length}: ${decoded.errors[0]}`,
      limit: 0,
      passed: decoded.errors.length === 0,
    },
    worst('black', decoded.black, LONGEST_BLACK, seconds),
    flash(decoded.flashes),
    rightPicture(decoded, expected),
    worst('freeze', besideStills(besideCards(freezes, seconds, expected), seconds, expected), LONGEST_FREEZE, seconds),
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

function flash({ most, atFrame }: Flashes): QcCheck {
  const passed = most <= MOST_FLASHES;
  const at = passed ? {} : { at: atFrame / FRAME_RATE };
  return { id: 'flash', measured: `${most} in a second`, limit: `≤ ${MOST_FLASHES} in a second`, passed, ...at };
}

/** Second by second against the master: a file with another film's picture, or a late one, differs somewhere. */
function rightPicture({ witness, black }: DecodedFacts, { witness: master }: FilmExpectation): QcCheck {
  const id = 'right-picture';
  const limit = `≤ ${MOST_DIFFERENCE} of 219 in each second`;
  if (!master) return notExpected(id, limit);
  // Black that should not be there is told once, by its own check.
  const told = (second: number) =>
    black.some((one) => isTold(one) && second >= one.startSeconds && second < endOf(one));
  const differences = master.seconds.map((one, second) =>
    told(second) ? 0 : difference(one, witness.seconds[second]),
  );
  const measured = Number(Math.max(...differences).toFixed(1));
  const at = differences.findIndex((one) => one > MOST_DIFFERENCE);
  const passed = at < 0 && master.seconds.length === witness.seconds.length;
  return { id, measured, limit, passed, ...(at < 0 ? {} : { at }) };
}

/** What of the stretches is not black: a black picture stands still as well, and is one fault. */
function besideBlack(stretches: readonly Stretch[], seconds: number, black: readonly Stretch[]): Stretch[] {
  const told = black.filter(isTold).map((one) => ({ startSeconds: one.startSeconds, endSeconds: endOf(one) }));
  return outside(stretches, seconds, told);
}

function isTold(one: Stretch): boolean {
  return endOf(one) - one.startSeconds > LONGEST_BLACK;
}

function endOf({ endSeconds = Number.POSITIVE_INFINITY }: Stretch): number {
  return endSeconds;
}

/** Mean distance of two little pictures; the whole range where one is missing. */
function difference(one: Uint8Array, other: Uint8Array | undefined): number {
  if (!other) return 219;
  return one.reduce((sum, luma, place) => sum + Math.abs(luma - (other[place] ?? 0)), 0) / one.length;
}
