import { FRAME_RATE } from '../../kernel/frames.ts';
import type { DeliveryPreset } from '../film/delivery-preset.ts';
import { framesAround } from '../film/slate/slate-layout.ts';
import type { FilmExpectation } from './film-expectation.ts';
import type { FilmMeasurement } from './film-measurement.ts';
import { judgeCaptions } from './judge-captions.ts';
import { judgeFile } from './judge-file.ts';
import { judgePicture } from './judge-picture.ts';
import { judgeBars } from './judge-slate.ts';
import { judgeSound } from './judge-sound.ts';
import { type QcCheck, type QcReport, reportOf } from './qc-report.ts';

/** Holds a measured film against its delivery preset and order. Pure; every check names what it saw and what it wanted. */
export function judgeFilm(measured: FilmMeasurement, preset: DeliveryPreset, expected: FilmExpectation): QcReport {
  return reportOf([
    ...judgeFile(measured, preset, expected).map((check) => inProgramme(check, preset)),
    ...judgeSound(measured, preset, expected),
    ...judgePicture(measured, preset, expected),
    judgeBars(measured, preset),
    judgeCaptions(expected),
  ]);
}

/** Faults of the file are found by its own clock, and told by the film's. */
function inProgramme(check: QcCheck, preset: DeliveryPreset): QcCheck {
  const { at, ...rest } = check;
  const inFilm = at === undefined ? undefined : at - framesAround(preset).head / FRAME_RATE;
  return inFilm === undefined || inFilm < 0 ? rest : { ...rest, at: inFilm };
}
