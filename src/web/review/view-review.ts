import { findPersonRow, type Person } from '../../domain/accounts/index.ts';
import { findDistrict, findScheme } from '../../domain/directory/index.ts';
import { readClip } from '../../domain/intake/index.ts';
import { type Deliverable, findFilmTrouble, listDeliverables, listPresets } from '../../domain/render/index.ts';
import { CHECKLIST, findApprovalBar, listComments, listWatchedCuts } from '../../domain/review/index.ts';
import { listCuts, type Spot } from '../../domain/spots/index.ts';
import type { HelpName } from '../../engine/film/shot-helps.ts';
import { frames } from '../../kernel/frames.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { wayToConsent } from '../consent/consents-routes.tsx';
import { formatLength } from '../frame/format.ts';
import { pageContext } from '../http/page-context.ts';
import { personOf, type WebContext } from '../http/route.ts';
import { listMaking } from '../intake/making.ts';
import { messageIn } from '../locales/index.ts';
import { drawnOver } from '../spots/drawn-over.ts';
import { viewFilmTrouble } from '../spots/view-film-trouble.ts';
import { approvalParts } from './approval-parts.ts';
import type { NamePreset } from './name-presets.ts';
import type { ReviewView } from './review-page.tsx';
import { viewMadeWith } from './view-made-with.ts';
import { viewQuality } from './view-quality.ts';
import { listQueue, viewQueueItem } from './view-queue.ts';
import { WATCHED_PRESET } from './watched-film.ts';

interface Typed {
  readonly text: string;
  readonly why?: string | undefined;
  readonly ticked: readonly string[];
  readonly refusal?: Refusal | undefined;
  readonly peaks: readonly number[];
  /** The helps that this machine can show. */
  readonly offered: readonly HelpName[];
  readonly namePreset: NamePreset;
}

/** The review page of one spot: its place in the queue, its film, what the machine found and what people must tick. */
export function viewReview(c: WebContext, spot: Spot, typed: Typed): ReviewView {
  const app = c.get('app');
  const { rows } = app.catalogue;
  const by = personOf(c);
  const [t, language] = [c.get('t'), c.get('language')];
  const seconds = spot.document.cuts[0]?.lengthSeconds ?? 0;
  const bar = findApprovalBar(approvalParts(app), by, spot, app.clock.now());
  const refusal = typed.refusal ?? (spot.state === 'inReview' ? bar : undefined);
  const scheme = findScheme(rows, spot.scheme);
  const films = listFilms(c, spot);
  return {
    reach: pageContext(c).person?.role ?? '',
    queue: placeInQueue(c, spot),
    spot: {
      number: spot.number,
      name: spot.document.name,
      place: spot.document.village || (findDistrict(rows, spot.district)?.[language] ?? ''),
      scheme: scheme?.names[language][0] ?? spot.scheme,
      lengthSeconds: seconds,
      sentBy: (spot.sentBy && findPersonRow(rows, { id: spot.sentBy })?.name) || '',
      sentAt: new Date(spot.sentAt ?? spot.changedAt),
      version: spot.version,
    },
    islands: ['review.island.js', 'live.island.js'],
    player: viewPlayer(c, spot),
    watch: viewWatch(c, spot),
    rawHref: c.req.queries('view')?.includes('raw') ? `/api/v1/clips/${spot.clipId}/proxy` : undefined,
    timeline: { peaks: typed.peaks, length: frames(seconds * 25), at: frames(0) },
    switches: viewSwitches(c, spot),
    comments: viewComments(c, spot, typed),
    trouble: viewFilmTrouble(c, spot, { againAction: `/review/${spot.id}/make-again`, faultsOf: undefined }),
    madeWith: viewMadeWith(c, spot, { cutIds: films.map(({ cutId }) => cutId), offered: typed.offered }),
    quality: viewQuality(films, {
      language,
      namePreset: typed.namePreset,
      playedCut: films.find((made) => made.preset === WATCHED_PRESET)?.cutId,
    }),
    checks: {
      version: spot.version,
      machine: machineChecks(c, spot, typed.namePreset),
      human: CHECKLIST.map((id) => ({ id, label: t(`review.check.${id}`), ticked: typed.ticked.includes(id) })),
      left: mayTick(by, spot, bar) ? CHECKLIST.filter((id) => !typed.ticked.includes(id)).length : 0,
    },
    approveAction: `/review/${spot.id}/approve`,
    returnAction: `/review/${spot.id}/return`,
    refusal: refusal && {
      text: messageIn(language, refusal.user, refusal.params),
      waits: refusal.code === 'review.notMade',
    },
    href: `/review/${spot.id}`,
    stands: `${spot.state} ${films.length > 0 ? 'film' : 'clip'}`,
    subjects: [spot.clipId, spot.id],
    making: listMaking(app).get(spot.id),
    mayDecide: spot.state === 'inReview' && (by.role === 'reviewer' || by.role === 'admin'),
    changedAt: new Date(spot.changedAt),
  };
}

function placeInQueue(c: WebContext, spot: Spot): ReviewView['queue'] {
  const queue = listQueue(c);
  const index = queue.findIndex((other) => other.id === spot.id);
  const href = (n: number) => queue[n] && `/review/${queue[n].id}`;
  return {
    items: queue.slice(0, 20).map((other) => viewQueueItem(c, other, spot.id)),
    total: queue.length,
    place: index + 1,
    previousHref: index > 0 ? href(index - 1) : undefined,
    nextHref: href(index + 1),
  };
}

/** The made film once it is there; the proxy with its captions until then. */
function viewPlayer(c: WebContext, spot: Spot): ReviewView['player'] {
  const { rows } = c.get('app').catalogue;
  const clip = readClip(rows, spot.clipId);
  const film = listFilms(c, spot).find((made) => made.preset === WATCHED_PRESET);
  const length = formatLength(frames((spot.document.cuts[0]?.lengthSeconds ?? 0) * 25));
  const image = `/api/v1/clips/${clip.id}/poster`;
  const captions = { captionsHref: `/spots/${spot.id}/captions.vtt`, language: spot.document.language };
  const href = film ? `/api/v1/cuts/${film.cutId}/films/${WATCHED_PRESET}` : `/api/v1/clips/${clip.id}/proxy`;
  const video = film || clip.proxyHash ? { href, ...captions } : undefined;
  const on = new Set(c.req.queries('view') ?? []);
  const looks = { safeArea: on.has('safe'), narrow: on.has('4x3') };
  // The made film carries its own letters: nothing is laid over it.
  const letters = film ? {} : { drawn: drawnOver(spot) };
  return {
    frame: { image, alt: spot.document.name, ...letters, ...looks },
    video,
    clock: `0:00 / ${length}`,
    keys: true,
  };
}

/** The player tells what it played of the made film, to those who may approve it. */
function viewWatch(c: WebContext, spot: Spot): ReviewView['watch'] {
  const by = personOf(c);
  const film = listFilms(c, spot).find((made) => made.preset === WATCHED_PRESET);
  if (!film || spot.state !== 'inReview' || (by.role !== 'reviewer' && by.role !== 'admin')) return undefined;
  const whole = listWatchedCuts(c.get('app').catalogue.rows, by.id, [film]).has(film.cutId);
  return { href: `/api/v1/reviews/${spot.id}/watched`, cutId: film.cutId, whole };
}

function listFilms(c: WebContext, spot: Spot): Deliverable[] {
  const { rows } = c.get('app').catalogue;
  const cutIds = listCuts(rows, spot.id).filter((cut) => cut.spotVersion === spot.version && cut.state !== 'dropped');
  return listDeliverables(
    rows,
    cutIds.map((cut) => cut.id),
  );
}

function viewSwitches(c: WebContext, spot: Spot): ReviewView['switches'] {
  const on = new Set(c.req.queries('view') ?? []);
  const flip = (name: string) => {
    const next = new Set(on);
    if (!next.delete(name)) next.add(name);
    const query = [...next].map((view) => `view=${view}`).join('&');
    return { on: on.has(name), href: `/review/${spot.id}${query && `?${query}`}` };
  };
  return { safeArea: flip('safe'), narrowSet: flip('4x3'), rawBeside: flip('raw') };
}

function viewComments(c: WebContext, spot: Spot, typed: Typed): ReviewView['comments'] {
  const comments = listComments(c.get('app').catalogue.rows, spot.id).map((comment) => ({
    at: frames(comment.atFrame ?? 0),
    by: comment.byName,
    writtenAt: new Date(comment.madeAt),
    text: comment.text,
    // Written of an earlier version: the makers have changed the document since.
    mended: comment.spotVersion < spot.version,
  }));
  const mayComment = spot.state === 'inReview';
  return {
    comments,
    at: frames(0),
    text: typed.text,
    why: typed.why,
    commentAction: `/review/${spot.id}/comments`,
    mayComment,
  };
}

function machineChecks(c: WebContext, spot: Spot, namePreset: NamePreset): ReviewView['checks']['machine'] {
  const app = c.get('app');
  const t = c.get('t');
  const bar = findApprovalBar(approvalParts(app), personOf(c), spot, app.clock.now());
  const films = listFilms(c, spot);
  const presets = listPresets(app.catalogue.rows, spot.district);
  const made = new Set(films.map((film) => film.preset)).size;
  return [
    {
      label: t('review.machine.consent'),
      detail: t(bar?.code === 'consent.scope' ? 'review.machine.noConsent' : 'review.machine.consentOk'),
      passed: bar?.code !== 'consent.scope',
      see: seeConsent(c, spot),
    },
    {
      label: t('review.machine.films'),
      detail: t('review.machine.filmsMade', { n: made, all: presets.length }),
      // Red only when they will not be made unless somebody acts.
      passed: made >= presets.length || (findFilmTrouble(app.jobs.desk, app.catalogue.rows, spot) ? false : null),
    },
    qualityCheck(c, films, { allMade: made >= presets.length, namePreset }),
  ];
}

/** Only what was measured is called good, and only when nothing is left to measure. */
function qualityCheck(
  c: WebContext,
  films: readonly Deliverable[],
  { allMade, namePreset }: { allMade: boolean; namePreset: NamePreset },
): ReviewView['checks']['machine'][number] {
  const t = c.get('t');
  const label = t('review.machine.quality');
  const see = (key: 'review.machine.seeWhy' | 'review.machine.seeChecks') => ({ href: '#quality', label: t(key) });
  const failed = films.filter((film) => !film.qc.passed).map((film) => film.preset);
  if (failed.length > 0) {
    const detail = t('review.machine.qualityFails', { presets: failed.map(namePreset).join(', ') });
    return { label, detail, passed: false, see: see('review.machine.seeWhy') };
  }
  if (films.length === 0) return { label, detail: t('review.machine.notMeasured'), passed: null };
  const detail = t(allMade ? 'review.machine.qualityOk' : 'review.machine.restNotMeasured');
  return { label, detail, passed: allMade || null, see: see('review.machine.seeChecks') };
}

/** Whether the ticks are this person's to set: a maker's own spot is for somebody else. */
function mayTick(by: Person, spot: Spot, bar: Refusal | undefined): boolean {
  const approves = by.role === 'reviewer' || by.role === 'admin';
  return approves && spot.state === 'inReview' && bar?.code !== 'review.own';
}

function seeConsent(c: WebContext, spot: Spot) {
  const way = wayToConsent(c, spot.id);
  return way && { href: way.href, label: c.get('t')('consent.see') };
}
