import { compareSpotHelp } from '../../domain/render/index.ts';
import { getSpot, type Spot } from '../../domain/spots/index.ts';
import { HELPS, type HelpName } from '../../engine/film/shot-helps.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';
import { keptComparison } from './kept-comparisons.ts';

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
  const compared = await keptComparison(keyOf(spot, help), c.req.raw.signal, () =>
    compareSpotHelp({ ...app, media }, { spot, help }),
  );
  if (!compared) return c.notFound();
  const { bytes, type } = compared;
  return c.body(new Uint8Array(bytes), 200, { 'content-type': type, 'cache-control': 'private, max-age=3600' });
}

/** A spot's clip, and what was measured on it, never change: its first cut decides which part is compared. */
function keyOf({ id, document: { cuts } }: Spot, help: HelpName): string {
  return JSON.stringify([id, help, cuts[0]]);
}
