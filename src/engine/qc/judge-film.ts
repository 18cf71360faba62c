import { FRAME_RATE } from '../../kernel/frames.ts';
import type { DeliveryPreset } from '../film/delivery-preset.ts';
import type { FilmExpectation } from './film-expectation.ts';
import type { FilmMeasurement } from './film-measurement.ts';
import { judgeFile } from './judge-file.ts';
import { judgePicture } from './judge-picture.ts';
import { judgeSound } from './judge-sound.ts';
import { notExpected, type QcCheck, type QcReport, reportOf } from './qc-report.ts';

/** Holds a measured film against its delivery preset and order. Pure; every check names what it saw and what it wanted. */
export function judgeFilm(measured: FilmMeasurement, preset: DeliveryPreset, expected: FilmExpectation): QcReport {
  return reportOf([
    ...judgeFile(measured, preset, expected),
    ...judgeSound(measured, preset, expected),
    ...judgePicture(measured, expected),
    judgeCaptions(expected),
  ]);
}

/** Every caption lies in the film, before the end card, and none overlaps the next. */
function judgeCaptions({ cues, frames, endCardFrame }: FilmExpectation): QcCheck {
  const id = 'captions-inside';
  const end = endCardFrame ?? frames;
  if (cues === undefined || end === undefined) return notExpected(id, 'captions and frames of the order');
  const outside = cues.filter(
    (cue, index) =>
      cue.endFrame <= cue.startFrame || cue.endFrame > end || cue.startFrame < (cues[index - 1]?.endFrame ?? 0),
  );
  const first = outside[0];
  return {
    id,
    measured: `${outside.length} of ${cues.length} outside`,
    limit: `0 outside 0–${end}`,
    passed: outside.length === 0,
    ...(first ? { at: first.startFrame / FRAME_RATE } : {}),
  };
}
