import type { DeliveryPreset } from '../film/delivery-preset.ts';
import type { FilmExpectation } from './film-expectation.ts';
import type { FilmMeasurement } from './film-measurement.ts';
import { judgeCaptions } from './judge-captions.ts';
import { judgeFile } from './judge-file.ts';
import { judgePicture } from './judge-picture.ts';
import { judgeSound } from './judge-sound.ts';
import { type QcReport, reportOf } from './qc-report.ts';

/** Holds a measured film against its delivery preset and order. Pure; every check names what it saw and what it wanted. */
export function judgeFilm(measured: FilmMeasurement, preset: DeliveryPreset, expected: FilmExpectation): QcReport {
  return reportOf([
    ...judgeFile(measured, preset, expected),
    ...judgeSound(measured, preset, expected),
    ...judgePicture(measured, expected),
    judgeCaptions(expected),
  ]);
}
