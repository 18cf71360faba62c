import { compareSpotHelp } from '../../domain/render/index.ts';
import { getSpot } from '../../domain/spots/index.ts';
import type { ComparedHelp } from '../../engine/film/compare-help.ts';
import { HELPS } from '../../engine/film/shot-helps.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';

export const helpRoutes: readonly Route[] = [
  {
    who: 'signedIn',
    owner: 'reach',
    kind: 'page',
    method: 'GET',
    path: '/spots/:spotId/helps/:help',
    summary: 'A help on the spot’s own clip, before and after (JPEG, or MP4 where the camera is steadied)',
    handler: showHelp,
  },
];

async function showHelp(c: WebContext) {
  const app = c.get('app');
  const spot = getSpot(app.catalogue.rows, personOf(c), c.req.param('spotId') ?? '');
  const help = HELPS.find((one) => one === c.req.param('help'));
  if (!help) return c.notFound();
  const media = await app.media();
  const compared = await inTurn(() => compareSpotHelp({ ...app, media }, { spot, help }, c.req.raw.signal));
  if (!compared) return c.notFound();
  const { bytes, type } = compared;
  return c.body(new Uint8Array(bytes), 200, { 'content-type': type, 'cache-control': 'private, max-age=3600' });
}

let last: Promise<unknown> = Promise.resolve();

/** One comparison at a time: pages stay quick, however many of them are opened. */
function inTurn(draw: () => Promise<ComparedHelp | undefined>): Promise<ComparedHelp | undefined> {
  const mine = last.then(draw, draw);
  last = mine;
  return mine;
}
