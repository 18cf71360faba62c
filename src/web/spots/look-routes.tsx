import { z } from 'zod';
import { getSpot, LOOKS, type Spot } from '../../domain/spots/index.ts';
import { drawPreview, PREVIEW_PARTS } from '../../engine/graphics/draw-preview.ts';
import { layFilm } from '../../engine/graphics/lay-film.ts';
import { unwrap } from '../../kernel/refusal.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';
import { filmOfSpot } from './spot-film.ts';

export const lookRoutes: readonly Route[] = [
  {
    who: 'signedIn',
    owner: 'reach',
    kind: 'page',
    method: 'GET',
    path: '/spots/:spotId/looks/:look',
    summary: 'What a look draws over the spot’s film, with its own words or those just typed (PNG)',
    handler: showLook,
  },
];

/**
 * `choice`: three stand side by side on a phone, at most two hundred px wide each; letters as old sets and phones show them:
 * large. `player`: over the player, as wide as a desk shows it. Twice that for fine screens.
 */
const SIZES = {
  choice: { width: 400, aspect: 'sd' },
  player: { width: 1280, aspect: '16x9' },
} as const;

const word = z.string().trim().normalize('NFC').max(120).optional().catch(undefined);

const query = z.object({
  for: z.enum(['choice', 'player']).catch('choice'),
  part: z.enum(PREVIEW_PARTS).catch('opening'),
  name: word,
  village: word,
  scheme: word,
});

async function showLook(c: WebContext) {
  const spot = getSpot(c.get('app').catalogue.rows, personOf(c), c.req.param('spotId') ?? '');
  const look = LOOKS.find((name) => name === c.req.param('look'));
  if (!look) return c.notFound();
  const asked = query.parse(c.req.query());
  const { width, aspect } = SIZES[asked.for];
  const order = await filmOfSpot(c, typedSpot(spot, { ...asked, look }), aspect);
  // Words that fit nowhere are said when the spot is sent; the look itself is shown all the same.
  const { quote: _, ...plain } = order;
  const shown = layFilm(plain).ok ? plain : { ...plain, texts: { place: [] } };
  const png = unwrap(await drawPreview(shown, { part: asked.part, width }));
  return c.body(new Uint8Array(png), 200, { 'content-type': 'image/png', 'cache-control': 'private, max-age=60' });
}

/** The spot as it stands in front of somebody, saved or not. */
function typedSpot(spot: Spot, typed: Pick<z.infer<typeof query>, 'name' | 'village' | 'scheme'> & SpotLook): Spot {
  const { document } = spot;
  const { name = document.name, village = document.village, scheme = document.scheme, look } = typed;
  return { ...spot, document: { ...document, name, village, scheme, look } };
}

type SpotLook = Pick<Spot['document'], 'look'>;
