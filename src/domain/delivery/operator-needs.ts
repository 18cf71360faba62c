import { readVariant, withCleanFiles } from '../../engine/film/preset-variants.ts';
import type { BlobHash } from '../../kernel/blobs.ts';
import { addDays, type BroadcastDay, broadcastDayOf, type DayClock } from '../../kernel/broadcast-day.ts';
import type { Catalogue, Rows } from '../../kernel/catalogue.ts';
import type { Clock } from '../../kernel/clock.ts';
import { findScheme, listChannels, type Operator, operatorFileName } from '../directory/index.ts';
import { type Deliverable, listDeliverables } from '../render/index.ts';
import { listFetches } from './fetches.store.ts';
import { findHoldings } from './holdings.store.ts';
import { buildManifest } from './manifest.ts';
import { type DaySpan, listPlannedPlays, listReleasedLogs, type PlannedPlay } from './planned.store.ts';
import { listRecallsOf } from './recalls.store.ts';

/** Today and the six days after it: what a machine that was off for a night, or a week-end, must have. */
const DAYS_AHEAD = 7;

export interface DeliveryParts {
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly config: { readonly dayClock: DayClock };
}

/** A film that one operator needs, as it lies under the operator's address. */
export interface OperatorFilm {
  readonly cutId: string;
  readonly house: string;
  readonly preset: string;
  /** `UJNPMA00127.mpg` */
  readonly file: string;
  readonly blob: BlobHash;
  readonly sizeBytes: number;
  readonly lengthFrames: number;
  readonly name: string;
  readonly scheme: string;
  readonly first: string;
  readonly kill: string | null;
  /** `present`: handed out to its last byte, or the machine says so; `partial`: begun, or changed since. */
  readonly state: 'new' | 'present' | 'partial';
}

export function today({ clock, config }: Pick<DeliveryParts, 'clock' | 'config'>): BroadcastDay {
  return broadcastDayOf(clock.now(), config.dayClock);
}

export function comingDays(parts: Pick<DeliveryParts, 'clock' | 'config'>): DaySpan {
  const from = today(parts);
  return { from, until: addDays(from, DAYS_AHEAD) };
}

/** The approved films behind the plays of these days, in each preset that the operator's machines read. */
export function listOperatorFilms(rows: Rows, operator: Operator, span: DaySpan): OperatorFilm[] {
  const plays = Map.groupBy(listPlannedPlays(rows, channelIdsOf(rows, operator), span), (play) => play.cutId);
  const films = listReleasedFilms(rows, operator, [...plays.keys()]);
  const stateOf = readStates(rows, operator.id, films);
  return films.flatMap((film) => {
    const own = plays.get(film.cutId) ?? [];
    const [one] = own;
    if (!one) return [];
    const { house, name, scheme, lengthFrames } = one;
    const { cutId, preset, blob, sizeBytes } = film;
    const file = operatorFileName(operator.settings.fileNames, house, film.extension);
    const days = { first: one.day, kill: lastDay(own) };
    return [
      { cutId, house, preset, file, blob, sizeBytes, lengthFrames, name, scheme, ...days, state: stateOf(film, file) },
    ];
  });
}

/**
 * Only what was approved leaves the house, and only in presets that this operator asked for. A film of before the operator
 * chose another shape or motion goes on as it was made.
 */
export function listReleasedFilms(rows: Rows, operator: Operator, cutIds: readonly string[]): Deliverable[] {
  const released = Map.groupBy(
    listDeliverables(rows, cutIds).filter((film) => film.locked),
    (film) => film.cutId,
  );
  return [...released.values()].flatMap((films) => [
    ...new Set(withCleanFiles(operator.settings.delivery).flatMap((wanted) => findWantedFilm(films, wanted) ?? [])),
  ]);
}

/** The film of one cut for a preset: in it, or in another variant of it; with slate only where it is wanted so. */
export function findWantedFilm<F extends { readonly preset: string }>(
  films: readonly F[],
  wanted: string,
): F | undefined {
  const { base, slated } = readVariant(wanted);
  const alike = films.filter(({ preset }) => readVariant(preset).slated === slated);
  return alike.find(({ preset }) => preset === wanted) ?? alike.find(({ preset }) => readVariant(preset).base === base);
}

function channelIdsOf(rows: Rows, operator: Operator): string[] {
  return listChannels(rows, [operator.id]).map((channel) => channel.id);
}

function readStates(rows: Rows, operatorId: string, films: readonly Deliverable[]) {
  const cutIds = [...new Set(films.map((film) => film.cutId))];
  const fetched = new Map(
    listFetches(rows, operatorId, cutIds).map((one) => [`${one.cutId} ${one.preset} ${one.blob}`, one]),
  );
  const reply = findHoldings(rows, operatorId);
  return ({ cutId, preset, blob }: Deliverable, file: string): OperatorFilm['state'] => {
    const one = fetched.get(`${cutId} ${preset} ${blob}`);
    const names = [file, `${preset}/${file}`, `files/${preset}/${file}`];
    const says = (list: readonly string[]) => names.some((name) => list.includes(name));
    // The machine's own word counts until bytes were handed out after it.
    if (reply && (!one || one.lastAt < reply.toldAt)) {
      if (says(reply.changed)) return 'partial';
      if (says(reply.missing)) return 'new';
      if (says(reply.have)) return 'present';
    }
    if (!one) return 'new';
    return one.wholeAt ? 'present' : 'partial';
  };
}

function lastDay(plays: readonly PlannedPlay[]): string | null {
  const untils = plays.map((play) => play.flightUntil);
  return untils.reduce((a, b) => (a === null || b === null ? null : a > b ? a : b), '');
}

/** `manifest.json`: what the operator's machines must have and must not have in the coming days. */
export function buildOperatorManifest(parts: DeliveryParts, operator: Operator, auditHead: string) {
  const { rows } = parts.catalogue;
  const span = comingDays(parts);
  const logs = listReleasedLogs(rows, channelIdsOf(rows, operator), span);
  return buildManifest({
    operator: { id: operator.id, name: operator.name },
    generatedAt: parts.clock.now(),
    auditHead,
    files: listOperatorFilms(rows, operator, span).map(({ house, preset, file, sizeBytes, blob, first, kill }) => {
      return { house, preset, file, bytes: sizeBytes, sha256: blob, first, kill };
    }),
    logs: logs.map(({ channelId, day, version }) => ({ channel: channelId, day, version })),
    removed: listRecallsOf(rows, operator.id).map(({ house, cause, madeAt }) => {
      return { house, reason: cause === 'consent' ? 'consent-withdrawn' : 'department', since: madeAt };
    }),
  });
}

/** What people call a cut: whose story, then the scheme's shortest name. */
export function titleOf(rows: Rows, play: { name: string; scheme: string }, language: 'hi' | 'en'): string {
  const scheme = findScheme(rows, play.scheme)?.names[language].at(-1) ?? play.scheme;
  return `${play.name} · ${scheme}`;
}
