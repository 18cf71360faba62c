import { findScheme } from '../../domain/directory/index.ts';
import { findClip, parseClipFacts } from '../../domain/intake/index.ts';
import { listTroubled } from '../../domain/render/index.ts';
import { type ClipStand, countStandingClips, listStandingClips, type StandingClip } from '../../domain/spots/index.ts';
import { frameAt } from '../../kernel/frames.ts';
import { pageContext } from '../http/page-context.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';
import { approvedStates } from './approved-states.ts';
import type { ClipCardView, ClipState } from './clip-card.tsx';
import { type HomeFilter, HomePage, type HomeView } from './home-page.tsx';
import { listMaking, type Making } from './making.ts';
import { shortName } from './scheme-name.ts';

export const homeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/',
    who: 'signedIn',
    owner: 'reach',
    kind: 'page',
    summary: 'Home: clips, or the first station of a role without any',
    handler: showHome,
  },
];

const PAGE = 20;

// What each filter holds; what waits for the sender is "yours".
const FILTERS: Readonly<Record<'yours' | 'inReview' | 'approved', readonly ClipStand[]>> = {
  yours: ['refused', 'whoMissing', 'consentMissing', 'draft', 'returned'],
  inReview: ['inReview'],
  approved: ['approved'],
};
type FilterKind = keyof typeof FILTERS;

function showHome(c: WebContext) {
  const context = pageContext(c);
  const first = context.person?.places[0];
  const hasClips = context.person?.places.some(({ place }) => place === 'clips');
  if (!hasClips && first) return c.redirect(first.href);
  const { rows } = c.get('app').catalogue;
  const [by, now] = [personOf(c), context.now];
  const text = c.req.query('q')?.trim().slice(0, 100) || undefined;
  const kind = filterOf(c.req.query('show'));
  const limit = Math.min(500, Math.max(PAGE, Number(c.req.query('n')) || PAGE));
  const making = listMaking(c.get('app'));
  const found = listStandingClips(rows, by, { now, text, limit, stands: kind && FILTERS[kind] });
  const spotIds = found.clips.flatMap((clip) => clip.spotId ?? []);
  const onAir = approvedStates(c.get('app'), spotIds, now);
  const troubled = listTroubled(c.get('app').jobs.desk, rows, spotIds);
  const view: HomeView = {
    islands: ['live.island.js'],
    sendHref: '/send',
    searchAction: '/',
    query: text,
    filters: listFilters(countStandingClips(rows, by, now), kind),
    clips: found.clips.map((clip) => toCard(c, clip, { making, onAir, troubled })),
    more: {
      shown: found.clips.length,
      total: found.total,
      moreHref:
        found.total > found.clips.length ? address({ q: text, show: kind, n: String(limit + PAGE) }) : undefined,
    },
    done: doneOf(c),
  };
  return c.html(<HomePage context={context} view={view} />);
}

function filterOf(text: string | undefined): FilterKind | undefined {
  return text === 'yours' || text === 'inReview' || text === 'approved' ? text : undefined;
}

function listFilters(counts: ReadonlyMap<ClipStand, number>, current: FilterKind | undefined): HomeFilter[] {
  const sum = (stands: readonly ClipStand[]) => stands.reduce((all, stand) => all + (counts.get(stand) ?? 0), 0);
  const kinds = ['yours', 'inReview', 'approved'] as const;
  return [
    { kind: 'all', count: sum([...counts.keys()]), href: '/', current: current === undefined },
    ...kinds.map((kind) => ({
      kind,
      count: sum(FILTERS[kind]),
      href: address({ show: kind }),
      current: current === kind,
    })),
  ];
}

function address(query: Record<string, string | undefined>): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `/?${new URLSearchParams(given)}`;
}

/** What was done on the page before: received, taken back. */
function doneOf(c: WebContext): HomeView['done'] {
  if (c.req.query('said') === 'no') return { text: c.get('t')('consent.ended') };
  const sent = c.req.query('sent');
  if (!sent) return undefined;
  return {
    text: c.get('t')('send.saved', { number: findClip(c.get('app').catalogue.rows, personOf(c), sent).number }),
  };
}

interface CardParts {
  readonly making: ReturnType<typeof listMaking>;
  readonly onAir: (spotId: string) => ClipState;
  readonly troubled: ReadonlySet<string>;
}

function toCard(c: WebContext, clip: StandingClip, { making, onAir, troubled }: CardParts): ClipCardView {
  const { rows } = c.get('app').catalogue;
  const language = c.get('language');
  const seconds = clip.facts === null ? undefined : parseClipFacts(clip.facts).durationSeconds;
  const subjects = [clip.clipId, ...(clip.spotId ? [clip.spotId] : [])];
  return {
    id: clip.clipId,
    subjects,
    href: hrefOf(clip),
    name: clip.name ?? c.get('t')('home.noName', { number: clip.number }),
    place: clip.village ?? clip.fileName,
    scheme: shortName(clip.scheme === null ? undefined : findScheme(rows, clip.scheme), language),
    poster: clip.hasPoster ? `/api/v1/clips/${clip.clipId}/poster` : undefined,
    length: seconds === undefined ? undefined : frameAt(seconds),
    state:
      clip.stand === 'approved'
        ? onAir(clip.spotId ?? '')
        : stateOf(clip, {
            making: subjects.map((subject) => making.get(subject)).find((one) => one !== undefined),
            stopped: troubled.has(clip.spotId ?? ''),
          }),
  };
}

function hrefOf(clip: StandingClip): string {
  return clip.spotId && clip.stand !== 'consentMissing' ? `/spots/${clip.spotId}` : `/clips/${clip.clipId}`;
}

function stateOf(
  clip: StandingClip,
  { making, stopped }: { readonly making: Making | undefined; readonly stopped: boolean },
): ClipState {
  switch (clip.stand) {
    case 'sending':
      return { kind: 'sending', sentBytes: clip.sentBytes ?? 0, totalBytes: clip.sizeBytes };
    case 'refused':
      return { kind: 'refused', why: clip.refusedWith ?? undefined };
    case 'draft':
      return { kind: 'yourCheck' };
    case 'making':
      return { kind: 'making', making: making ?? { share: 0 } };
    case 'inReview':
      return { kind: 'inReview', sentAt: new Date(clip.sentAt ?? clip.createdAt), making, stopped };
    default:
      return { kind: clip.stand };
  }
}
