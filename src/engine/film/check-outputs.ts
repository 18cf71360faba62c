import { join } from 'node:path';
import { type Frames, frames } from '../../kernel/frames.ts';
import type { MediaRunner } from '../ffmpeg/run-order.ts';
import { checkFilm } from '../qc/check-film.ts';
import type { FilmExpectation } from '../qc/film-expectation.ts';
import type { Stretch } from '../qc/film-measurement.ts';
import { judgedWholly, type QcReport } from '../qc/qc-report.ts';
import type { PlannedOutput } from './plan-film.ts';
import { framesAround } from './slate/slate-layout.ts';

/** FFmpeg ended well, but a file does not hold the film: a disk that filled, a program that gave up in silence. */
export class UnfinishedFilmError extends Error {
  override readonly name = 'UnfinishedFilmError';
}

export interface CheckedOutput {
  readonly output: PlannedOutput;
  /** Decoded: as many as were planned. */
  readonly frames: Frames;
  readonly qc: QcReport;
}

interface CheckParts {
  readonly runner: MediaRunner;
  readonly workFolder: string;
  readonly signal?: AbortSignal | undefined;
  /** Before each file, by its index. */
  onFile?(index: number): void;
  findStills?(): Promise<readonly Stretch[]>;
}

/**
 * Measures every output before any is published. A fault of the picture or sound is in its report, for people to look at;
 * a file with fewer or more frames than planned is no film at all: throws UnfinishedFilmError, FfmpegError when unreadable.
 */
export async function checkOutputs(
  outputs: readonly PlannedOutput[],
  expected: FilmExpectation & { readonly frames: Frames },
  { runner, workFolder, onFile, ...parts }: CheckParts,
): Promise<CheckedOutput[]> {
  const checked: CheckedOutput[] = [];
  for (const [index, output] of outputs.entries()) {
    onFile?.(index);
    const path = join(workFolder, output.file);
    const { report, frames: decoded } = await checkFilm(runner, { path, preset: output.preset, expected, ...parts });
    const { head, tail } = framesAround(output.preset);
    const planned = head + expected.frames + tail;
    if (decoded !== planned)
      throw new UnfinishedFilmError(`${output.file} holds ${decoded} of ${planned} frames, though FFmpeg ended well`);
    checked.push({ output, frames: frames(decoded), qc: judgedWholly(report) });
  }
  return checked;
}
