import type { FilmOrder } from '../../engine/film/film-order.ts';
import type { MadeFile } from '../../engine/film/make-film.ts';
import type { BlobHash } from '../../kernel/blobs.ts';
import type { Change } from '../../kernel/catalogue.ts';
import type { Cut } from '../spots/index.ts';
import { cutSidecars, deliverables, filmSegments } from './render.table.ts';

/** A cut with all that decides its films. */
export interface CutFilm {
  readonly cut: Cut;
  readonly key: string;
  /** The programs that make it, in words. */
  readonly makers: string;
  readonly order: FilmOrder;
}

type KeptFile = MadeFile & { readonly blob: BlobHash };

export interface KeptFilms {
  readonly files: readonly KeptFile[];
  readonly sidecars: Readonly<Record<'poster' | 'srt' | 'vtt', BlobHash>>;
  /** Why nothing was kept of the films before. */
  readonly whole: readonly string[];
}

/** Every row of a cut's films, its audit row and the news of it, in the change that also ends the job. */
export function writeFilms(change: Change, film: CutFilm, kept: KeptFilms, end: (change: Change) => void): void {
  const { cut, key } = film;
  for (const file of kept.files) writeFile(change, film, file);
  for (const kind of ['poster', 'srt', 'vtt'] as const) {
    const set = { blob: kept.sidecars[kind] };
    change.rows
      .insert(cutSidecars)
      .values({ cutId: cut.id, kind, ...set })
      .onConflictDoUpdate({ target: [cutSidecars.cutId, cutSidecars.kind], set })
      .run();
  }
  const failed = kept.files.filter((file) => !file.qc.passed).length;
  const detail = {
    films: kept.files.length,
    failed,
    key,
    remade: remadeShare(kept, cut),
    whole: kept.whole.join('; ') || null,
  };
  change.audit({ actor: 'system', act: 'cut.render', subject: cut.id, detail });
  change.tell({ name: 'cut.rendered', subject: cut.id, data: { spotId: cut.spotId, failed } });
  end(change);
}

function writeFile(change: Change, { cut, key, makers, order }: CutFilm, file: KeptFile): void {
  const { preset, blob, bytes, frames, qc, madeOf } = file;
  const set = {
    filmKey: key,
    blob,
    sizeBytes: bytes,
    frames,
    extension: order.presets.find((p) => p.name === preset)?.extension ?? '',
    qc: JSON.stringify(qc),
    qcPassed: qc.passed,
    madeAt: change.at.toISOString(),
  };
  change.rows
    .insert(deliverables)
    .values({ cutId: cut.id, preset, ...set })
    .onConflictDoUpdate({ target: [deliverables.cutId, deliverables.preset], set })
    .run();
  const segments = { makers, madeOf: JSON.stringify(madeOf) };
  change.rows
    .insert(filmSegments)
    .values({ cutId: cut.id, preset, ...segments })
    .onConflictDoUpdate({ target: [filmSegments.cutId, filmSegments.preset], set: segments })
    .run();
}

/** Of all the films' frames, the share that was encoded: 1 when all were. */
function remadeShare({ files }: KeptFilms, { lengthFrames }: Cut): number {
  const encoded = files.reduce((sum, { remade }) => {
    if (!remade) return sum + lengthFrames;
    return sum + remade.reduce((frames, { fromFrame, toFrame }) => frames + toFrame - fromFrame, 0);
  }, 0);
  return Math.round((1000 * encoded) / (files.length * lengthFrames)) / 1000;
}
