import type { Media } from '../../engine/ffmpeg/media.ts';
import { filmKey } from '../../engine/film/film-key.ts';
import type { FilmOrder } from '../../engine/film/film-order.ts';
import { makeFilm } from '../../engine/film/make-film.ts';
import type { PublishedFile } from '../../engine/film/publish-file.ts';
import type { FilmProgress } from '../../engine/film/tell-progress.ts';
import { type BlobStore, parseBlobHash } from '../../kernel/blobs.ts';
import { broadcastDayOf, type DayClock } from '../../kernel/broadcast-day.ts';
import type { Catalogue } from '../../kernel/catalogue.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { JobHandler, JobRun } from '../../kernel/job-run.ts';
import { RefusalError } from '../../kernel/refusal.ts';
import { watchPace } from '../../kernel/watch-pace.ts';
import { type Cut, findCut, findSpot } from '../spots/index.ts';
import { decideFailedQc, QcFailedError, refusalOfRepeat } from './end-attempt.ts';
import { checkoutFormers, NO_FORMERS } from './former-films.ts';
import { gatherOrder } from './gather-order.ts';
import { renderCutJob } from './render.jobs.ts';
import { listDeliverables } from './render.store.ts';
import { type CutFilm, writeFilms } from './write-films.ts';

export interface RenderParts {
  readonly catalogue: Catalogue;
  readonly blobs: BlobStore;
  readonly media: Media;
  readonly projectRoot: string;
  readonly version: string;
  readonly clock: Clock;
  readonly config: { readonly dayClock: DayClock };
}

/**
 * `render.cut`: makes the cut's films, measures each, keeps them under their hash, and writes all rows in one commit.
 * Films that fail their measuring are made once more; failing alike they are kept to be looked at, and the job ends with
 * that reason.
 */
export function renderHandler(parts: RenderParts): JobHandler<{ cutId: string }> {
  return async ({ cutId }, run) => {
    const { rows } = parts.catalogue;
    const cut = findCut(rows, cutId);
    const spot = cut && findSpot(rows, cut.spotId);
    // Taken back meanwhile, or sent anew in another version: nothing to make.
    if (!cut || !spot || cut.state !== 'sent' || cut.spotVersion !== spot.version) return;
    const gathered = await gatherOrder(parts, { cut, spot }, run.signal);
    try {
      const makers = { version: parts.version, ffmpeg: parts.media.tools.version.text };
      const key = filmKey(gathered.order, makers);
      if (isMade(parts, cut, key, gathered.order)) return;
      await makeAndKeep(parts, { cut, key, makers: JSON.stringify(makers), order: gathered.order }, run);
    } catch (error) {
      const refusal = refusalOfRepeat(error, run);
      throw refusal ? new RefusalError(refusal) : error;
    } finally {
      await gathered.release();
    }
  };
}

/** As the terminal's bar tells it: how far, how long still, and when it is made whole again. */
function tellRun(run: JobRun) {
  const secondsLeft = watchPace();
  return ({ share, step, again }: FilmProgress) => {
    const left = secondsLeft({ share, elapsedSeconds: performance.now() / 1000, isEven: step === 'encoding' });
    run.progress(share, { secondsLeft: left, note: again ? 'make.again' : undefined });
  };
}

function isMade({ catalogue }: RenderParts, cut: Cut, key: string, order: FilmOrder): boolean {
  const made = listDeliverables(catalogue.rows, [cut.id]).filter((film) => film.filmKey === key && film.qcPassed);
  return order.presets.every((preset) => made.some((film) => film.preset === preset.name));
}

async function makeAndKeep(parts: RenderParts, film: CutFilm, run: JobRun): Promise<void> {
  const outFolder = await run.scratch();
  // A try that failed is not built upon.
  const former = run.attempt === 1 ? await checkoutFormers(parts, film.cut, film.makers) : NO_FORMERS;
  const made = await makeFilm(film.order, {
    runner: parts.media.runner,
    outFolder,
    formers: former.formers,
    madeOn: broadcastDayOf(parts.clock.now(), parts.config.dayClock),
    signal: run.signal,
    onProgress: tellRun(run),
  }).finally(former.release);
  const failure = decideFailedQc(made.files, run, renderCutJob.attempts);
  if (failure instanceof QcFailedError) throw failure;
  const keep = async ({ path, sha256 }: PublishedFile) => (await parts.blobs.putFile(path, parseBlobHash(sha256))).hash;
  const files = [];
  for (const file of made.files) files.push({ ...file, blob: await keep(file) });
  const sidecars = {
    poster: await keep(made.poster),
    srt: await keep(made.srt),
    vtt: await keep(made.vtt),
  };
  const kept = { files, sidecars, whole: made.whole };
  parts.catalogue.change((change) => writeFilms(change, film, kept, failure ? run.fence : run.finish));
  if (failure) throw failure;
}
