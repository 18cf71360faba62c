import { z } from 'zod';
import { findClip, readClip } from '../domain/intake/index.ts';
import { sendDrawable } from '../domain/render/index.ts';
import {
  clipFrames,
  editSpot,
  getSpot,
  listCuts,
  listSpots,
  type Spot,
  spotDocument,
  swapClip,
  takeBackSpot,
} from '../domain/spots/index.ts';
import { unwrap } from '../kernel/refusal.ts';
import { pageQuery, readCursor, writeCursor } from '../web/http/cursor.ts';
import { matchedVersion, versionTag } from '../web/http/etag.ts';
import { readJson } from '../web/http/read-json.ts';
import { personOf, type Route, type WebContext } from '../web/http/route.ts';

const readers = { who: 'signedIn', owner: 'reach', kind: 'api' } as const;
const makers = { who: ['staff', 'admin'], owner: 'reach', kind: 'api' } as const;

const otherClip = z.object({ clipId: z.string().max(40) });

export const spotRoutes: readonly Route[] = [
  {
    ...readers,
    method: 'GET',
    path: '/api/v1/spots',
    summary: 'Spots in reach, newest change first',
    query: pageQuery,
    handler: list,
  },
  {
    ...readers,
    method: 'GET',
    path: '/api/v1/spots/:spotId',
    summary: 'One spot with its document and cuts; ETag is its version',
    handler: show,
  },
  {
    ...makers,
    method: 'PUT',
    path: '/api/v1/spots/:spotId',
    summary: 'Save the document (If-Match)',
    body: spotDocument,
    handler: save,
  },
  { ...makers, method: 'POST', path: '/api/v1/spots/:spotId/send', summary: 'Send for review', handler: send },
  {
    ...makers,
    method: 'POST',
    path: '/api/v1/spots/:spotId/take-back',
    summary: 'Take back before approval',
    handler: takeBack,
  },
  {
    ...makers,
    method: 'POST',
    path: '/api/v1/spots/:spotId/clip',
    summary: 'Another clip of the same person, after a return',
    body: otherClip,
    handler: swap,
  },
];

const lastSeen = z.object({ changedAt: z.string(), id: z.string() });

function list(c: WebContext) {
  const { limit, cursor } = pageQuery.parse(c.req.query());
  const after = readCursor(cursor, lastSeen);
  const spots = listSpots(c.get('app').catalogue.rows, personOf(c), { limit, ...(after ? { after } : {}) });
  const last = spots.length === limit ? spots.at(-1) : undefined;
  return c.json({
    items: spots.map(summarise),
    next: last ? writeCursor({ changedAt: last.changedAt, id: last.id }) : null,
  });
}

function show(c: WebContext) {
  return answer(c, getSpot(c.get('app').catalogue.rows, personOf(c), c.req.param('spotId') ?? ''));
}

async function save(c: WebContext) {
  const edit = {
    spotId: c.req.param('spotId') ?? '',
    version: matchedVersion(c),
    document: spotDocument.parse(await readJson(c)),
  };
  return answer(c, unwrap(editSpot(c.get('app'), personOf(c), edit)));
}

async function send(c: WebContext) {
  const app = c.get('app');
  const parts = { catalogue: app.catalogue, blobs: app.blobs, projectRoot: app.config.projectRoot };
  const spot = getSpot(app.catalogue.rows, personOf(c), c.req.param('spotId') ?? '');
  return answer(
    c,
    unwrap(await sendDrawable(parts, personOf(c), spot.id, clipFrames(readClip(app.catalogue.rows, spot.clipId)))),
  );
}

async function swap(c: WebContext) {
  const app = c.get('app');
  const by = personOf(c);
  const { clipId } = otherClip.parse(await readJson(c));
  const spot = getSpot(app.catalogue.rows, by, c.req.param('spotId') ?? '');
  const clip = findClip(app.catalogue.rows, by, clipId);
  const beneficiaryId = clip.beneficiaryId ?? '';
  return answer(
    c,
    unwrap(swapClip(app, by, { spotId: spot.id, clip: { id: clip.id, district: clip.district, beneficiaryId } })),
  );
}

function takeBack(c: WebContext) {
  return answer(c, unwrap(takeBackSpot(c.get('app'), personOf(c), c.req.param('spotId') ?? '')));
}

function answer(c: WebContext, spot: Spot) {
  c.header('etag', versionTag(spot.version));
  const cuts = listCuts(c.get('app').catalogue.rows, spot.id).filter((cut) => cut.state !== 'dropped');
  return c.json({ ...summarise(spot), document: spot.document, cuts });
}

function summarise({ id, number, district, clipId, scheme, state, version, sentAt, changedAt, document }: Spot) {
  return { id, number, district, clipId, scheme, state, version, sentAt, changedAt, name: document.name };
}
