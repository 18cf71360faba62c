import { and, desc, eq, inArray } from 'drizzle-orm';
import type { FormerFile } from '../../engine/film/segments/choose-pieces.ts';
import { madeOf } from '../../engine/film/segments/made-of.ts';
import { type BlobHash, type BlobStore, parseBlobHash } from '../../kernel/blobs.ts';
import type { Catalogue, Rows } from '../../kernel/catalogue.ts';
import { type Cut, listCuts } from '../spots/index.ts';
import { deliverables, filmSegments } from './render.table.ts';

/** Films of the spot's last version, on local paths until `release`. */
export interface Formers {
  readonly formers: ReadonlyMap<string, FormerFile>;
  readonly release: () => Promise<void>;
}

export const NO_FORMERS: Formers = { formers: new Map(), release: async () => {} };

/** For each preset the spot's newest film of this length that passed and was made by the same programs, where it is still there. */
export async function checkoutFormers(
  { catalogue, blobs }: { catalogue: Catalogue; blobs: BlobStore },
  cut: Cut,
  makers: string,
): Promise<Formers> {
  const held: { release(): Promise<void> }[] = [];
  const release = async () => {
    for (const film of held) await film.release();
  };
  try {
    const formers = new Map<string, FormerFile>();
    for (const [preset, { blob, madeOf: made }] of newestFilms(catalogue.rows, cut, makers)) {
      // Films can be made again: one that was swept away is no fault.
      if (!(await blobs.stat(blob))) continue;
      const film = await blobs.checkout(blob);
      held.push(film);
      formers.set(preset, { path: film.path, madeOf: madeOf.parse(JSON.parse(made)) });
    }
    return { formers, release };
  } catch (error) {
    await release();
    throw error;
  }
}

function newestFilms(rows: Rows, cut: Cut, makers: string): Map<string, { blob: BlobHash; madeOf: string }> {
  const alike = listCuts(rows, cut.spotId).filter(({ lengthFrames }) => lengthFrames === cut.lengthFrames);
  const same = and(eq(filmSegments.cutId, deliverables.cutId), eq(filmSegments.preset, deliverables.preset));
  const found = rows
    .select({ preset: deliverables.preset, blob: deliverables.blob, madeOf: filmSegments.madeOf })
    .from(deliverables)
    .innerJoin(filmSegments, same)
    .where(
      and(
        inArray(
          deliverables.cutId,
          alike.map(({ id }) => id),
        ),
        eq(deliverables.qcPassed, true),
        eq(filmSegments.makers, makers),
      ),
    )
    .orderBy(desc(deliverables.madeAt))
    .all();
  const newest = new Map<string, { blob: BlobHash; madeOf: string }>();
  for (const { preset, blob, madeOf: made } of found) {
    const hash = parseBlobHash(blob);
    if (hash && !newest.has(preset)) newest.set(preset, { blob: hash, madeOf: made });
  }
  return newest;
}
