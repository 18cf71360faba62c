import type { Catalogue, Rows } from '../../kernel/catalogue.ts';
import type { JobDesk, JobView } from '../../kernel/job-queue.ts';
import { type Refusal, unwrap } from '../../kernel/refusal.ts';
import type { Person } from '../accounts/index.ts';
import { findSpot, listCuts, type Spot } from '../spots/index.ts';
import { renderCutJob } from './render.jobs.ts';

/** Films of a sent spot that will not be made unless somebody acts. */
export interface FilmTrouble {
  readonly jobs: readonly JobView[];
  /** Why, where making ended with a reason; else a machine failed again and again. */
  readonly refusal: Refusal | undefined;
}

/** Why the films of a spot that waits for review are not being made; undefined while they are, or are there. */
export function findFilmTrouble(desk: JobDesk, rows: Rows, spot: Spot): FilmTrouble | undefined {
  if (spot.state !== 'inReview') return undefined;
  const sent = listCuts(rows, spot.id).filter((cut) => cut.state === 'sent' && cut.spotVersion === spot.version);
  // One job a cut; those of versions sent before are older.
  const newest = desk.list({ subject: spot.id, names: [renderCutJob.name], limit: sent.length });
  const jobs = newest.filter(({ state }) => state === 'refused' || state === 'dead');
  if (sent.length === 0 || jobs.length === 0) return undefined;
  return { jobs, refusal: jobs.find(({ refusal }) => refusal)?.refusal };
}

// More spots than this in trouble are one trouble: the machine's.
const MOST = 200;

/** Those of the spots whose films are not being made. */
export function listTroubled(desk: JobDesk, rows: Rows, spotIds: readonly string[]): ReadonlySet<string> {
  const stopped = desk.list({ names: [renderCutJob.name], states: ['refused', 'dead'], limit: MOST });
  const subjects = new Set(stopped.map(({ subject }) => subject));
  const inTrouble = (spot: Spot | undefined) => spot !== undefined && findFilmTrouble(desk, rows, spot) !== undefined;
  return new Set(spotIds.filter((id) => subjects.has(id) && inTrouble(findSpot(rows, id))));
}

/** Has the films that stopped made once more, with all their tries; nothing where none stopped. Throws RefusalError when they are ordered already. */
export function makeFilmsAgain(
  { catalogue, jobs: { desk } }: { readonly catalogue: Catalogue; readonly jobs: { readonly desk: JobDesk } },
  by: Person,
  spot: Spot,
): void {
  const trouble = findFilmTrouble(desk, catalogue.rows, spot);
  if (!trouble) return;
  catalogue.change((change) => {
    for (const job of trouble.jobs) {
      unwrap(desk.retry(change, job.id));
      change.audit({ actor: by.id, act: 'job.retry', subject: job.id, detail: { name: job.name } });
    }
  });
}
