import type { DeliveryPreset } from './delivery-preset.ts';
import { shareTime } from './share-time.ts';

export interface FilmProgress {
  /** 0–1; never backwards, but where `again` begins. */
  readonly share: number;
  readonly step: 'drawing' | 'sound' | 'encoding' | 'checking' | 'done';
  /** What was joined of the former film did not do: this canvas is made whole after all. */
  readonly again?: boolean;
}

export type Report = (progress: FilmProgress) => void;

/** Keeps a film's progress from falling back, but where a part of it is made again. */
export function tellProgress(onProgress: Report | undefined): Report {
  let reached = 0;
  let wasAgain = false;
  return (progress) => {
    const { again = false } = progress;
    if (again && !wasAgain) reached = 0;
    wasAgain = again;
    reached = Math.max(reached, Math.min(1, progress.share));
    onProgress?.({ ...progress, share: reached });
  };
}

/** One of several canvases; they are taken to last alike. */
export function tellCanvas(report: Report, index: number, canvases: number): Report {
  return (progress) => report({ ...progress, share: (index + progress.share) / canvases });
}

interface EncodedFilm {
  readonly lengthFrames: number;
  readonly presets: readonly DeliveryPreset[];
  /** Made and checked after all others. */
  readonly slated?: readonly DeliveryPreset[];
}

/** What is heard while one canvas is encoded, told as shares of its time. */
export function tellEncoding(film: EncodedFilm, report: Report) {
  const plan = (pieces?: number) => shareTime(film.lengthFrames, film.presets, pieces, film.slated);
  let shares = plan();
  let joined = false;
  let again = {};
  return {
    onPieces(share: number) {
      joined = true;
      shares = plan(share);
    },
    onAgain() {
      // Where nothing was encoded yet nothing is made twice.
      if (joined) again = { again: true };
      shares = plan();
      report({ share: shares.encodingFrom, step: 'sound', ...again });
    },
    onEncoded(done: number) {
      const { encodingFrom, checkingFrom } = shares;
      report({ share: encodingFrom + (checkingFrom - encodingFrom) * done, step: 'encoding', ...again });
    },
    onCheck(index: number) {
      report({ share: shares.checksFrom[index] ?? 1, step: 'checking', ...again });
    },
  };
}
