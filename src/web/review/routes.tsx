import { z } from 'zod';
import { readClip } from '../../domain/intake/index.ts';
import { makeFilmsAgain } from '../../domain/render/index.ts';
import { addComment, approveSpot, CHECKLIST, returnSpot } from '../../domain/review/index.ts';
import { getSpot, type Spot } from '../../domain/spots/index.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { leadBack } from '../http/lead-back.ts';
import { pageContext } from '../http/page-context.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';
import { messageIn } from '../locales/index.ts';
import { helpsHere } from '../spots/helps-here.ts';
import { readPeaks } from '../spots/read-peaks.ts';
import { approvalParts } from './approval-parts.ts';
import { namePresets } from './name-presets.ts';
import { ReviewQueuePage } from './queue-page.tsx';
import { ReviewPage } from './review-page.tsx';
import { listQueue, viewQueueItem } from './view-queue.ts';
import { viewReview } from './view-review.ts';
import { approveTogether, type TogetherOutcome, viewTogether } from './view-together.ts';

const look = { who: ['reviewer', 'admin', 'headOffice', 'auditor'], owner: 'reach', kind: 'page' } as const;
const decide = { who: ['reviewer', 'admin'], owner: 'reach', kind: 'page' } as const;

export const reviewRoutes: readonly Route[] = [
  { ...look, method: 'GET', path: '/review', summary: 'What waits for review', handler: (c) => showQueue(c) },
  // Before the spots themselves: `together` is no spot's id.
  ...leadBack({ ...look, path: '/review' }, ['together'], () => '/review'),
  {
    ...look,
    method: 'GET',
    path: '/review/:spotId',
    summary: 'Review one spot',
    handler: (c) => showReview(c, spotOf(c)),
  },
  {
    ...decide,
    method: 'POST',
    path: '/review/together',
    summary: 'Approve several that were watched to the end',
    handler: decideTogether,
  },
  { ...decide, method: 'POST', path: '/review/:spotId/comments', summary: 'Comment at a time', handler: comment },
  { ...decide, method: 'POST', path: '/review/:spotId/approve', summary: 'Approve', handler: approve },
  {
    ...decide,
    method: 'POST',
    path: '/review/:spotId/make-again',
    summary: 'Make stopped films again',
    handler: again,
  },
  { ...decide, method: 'POST', path: '/review/:spotId/return', summary: 'Send back with a reason', handler: sendBack },
  ...leadBack(
    { ...look, path: '/review/:spotId' },
    ['comments', 'approve', 'make-again', 'return'],
    (c) => `/review/${spotOf(c).id}`,
  ),
];

// 20 and "more" (pages: home).
const SHOWN = 20;

const form = z.object({
  version: z.coerce.number().int(),
  text: z.string().max(2000).default(''),
  at: z.coerce.number().int().min(0).default(0),
  check: z.union([z.string(), z.array(z.string())]).default([]),
});

function spotOf(c: WebContext): Spot {
  return getSpot(c.get('app').catalogue.rows, personOf(c), c.req.param('spotId') ?? '');
}

function showQueue(c: WebContext, outcome?: TogetherOutcome, status: 200 | 422 = 200) {
  const query = c.req.query('q')?.trim() || undefined;
  const queue = listQueue(c);
  const all = queue.filter(
    (spot) => !query || `${spot.number} ${spot.document.name} ${spot.document.village}`.includes(query),
  );
  const context = pageContext(c);
  const shown = c.req.query('all') === '1' ? all : all.slice(0, SHOWN);
  const view = {
    reach: context.person?.role ?? '',
    searchAction: '/review',
    query,
    filters: [],
    items: shown.map((spot) => viewQueueItem(c, spot)),
    more: {
      shown: shown.length,
      total: all.length,
      moreHref: all.length > shown.length ? moreHref(query) : undefined,
    },
    together: viewTogether(c, queue, outcome),
  };
  return c.html(<ReviewQueuePage context={context} view={view} />, status);
}

function moreHref(query: string | undefined): string {
  return `/review?${new URLSearchParams({ ...(query && { q: query }), all: '1' })}`;
}

const several = z.union([z.string(), z.array(z.string()).max(200)]).default([]);
const togetherForm = z.object({ spot: several, check: several });
const chosenSpot = z.templateLiteral([z.string(), ':', z.int().positive()]);

async function decideTogether(c: WebContext) {
  const { spot, check } = togetherForm.parse(await c.req.parseBody({ all: true }));
  const spots = [spot].flat().map((text) => {
    const [id = '', version] = chosenSpot.parse(text).split(':');
    return { id, version: Number(version) };
  });
  const ticked = CHECKLIST.filter((item) => [check].flat().includes(item));
  const outcome = approveTogether(c, { spots, ticked });
  const refused = outcome.why !== undefined || outcome.refused.size > 0;
  return showQueue(c, outcome, refused ? 422 : 200);
}

interface Typed {
  readonly text?: string;
  readonly why?: string;
  readonly ticked?: readonly string[];
  readonly refusal?: Refusal;
}

async function showReview(c: WebContext, spot: Spot, typed: Typed = {}, status: 200 | 422 = 200) {
  const app = c.get('app');
  const peaks = await readPeaks(app.blobs, readClip(app.catalogue.rows, spot.clipId).waveformHash);
  const known = { peaks, offered: await helpsHere(c), namePreset: await namePresets(c) };
  const view = viewReview(c, spot, { text: '', ticked: [], ...typed, ...known });
  return c.html(<ReviewPage context={pageContext(c)} view={view} />, status);
}

async function readDecision(c: WebContext) {
  const { check, ...fields } = form.parse(await c.req.parseBody({ all: true }));
  const ticked = CHECKLIST.filter((item) => [check].flat().includes(item));
  return { ...fields, ticked };
}

async function comment(c: WebContext) {
  const spot = spotOf(c);
  const { text, at, ticked } = await readDecision(c);
  const added = addComment(c.get('app'), personOf(c), { spotId: spot.id, text, atFrame: at });
  if (!added.ok) return showReview(c, spot, { text, ticked, why: sentence(c, added.refusal) }, 422);
  return c.redirect(`/review/${spot.id}`, 303);
}

async function approve(c: WebContext) {
  const spot = spotOf(c);
  const { version, ticked, text } = await readDecision(c);
  const approved = approveSpot(approvalParts(c.get('app')), personOf(c), { spotId: spot.id, version, ticked });
  if (!approved.ok) return showReview(c, spotOf(c), { text, ticked, refusal: approved.refusal }, 422);
  return c.redirect(nextInQueue(c), 303);
}

async function sendBack(c: WebContext) {
  const spot = spotOf(c);
  const { version, ticked, text, at } = await readDecision(c);
  const returned = returnSpot(c.get('app'), personOf(c), { spotId: spot.id, version, text, atFrame: at });
  if (!returned.ok) return showReview(c, spotOf(c), { text, ticked, why: sentence(c, returned.refusal) }, 422);
  return c.redirect(nextInQueue(c), 303);
}

function again(c: WebContext) {
  const spot = spotOf(c);
  makeFilmsAgain(c.get('app'), personOf(c), spot);
  return c.redirect(`/review/${spot.id}`, 303);
}

/** After a decision the next spot opens; with an empty queue, the queue says so. */
function nextInQueue(c: WebContext): string {
  const [next] = listQueue(c);
  return next ? `/review/${next.id}` : '/review';
}

function sentence(c: WebContext, refusal: Refusal): string {
  return messageIn(c.get('language'), refusal.user, refusal.params);
}
