import { findDistrict, findScheme, readStandingLook } from '../../domain/directory/index.ts';
import { lowerThirdTexts } from '../../domain/render/index.ts';
import { getSpot, LOOKS, type Spot } from '../../domain/spots/index.ts';
import { drawPreview } from '../../engine/graphics/draw-preview.ts';
import { type FilmOrder, layFilm } from '../../engine/graphics/lay-film.ts';
import { frames } from '../../kernel/frames.ts';
import { unwrap } from '../../kernel/refusal.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';

export const lookRoutes: readonly Route[] = [
  {
    who: 'signedIn',
    owner: 'reach',
    kind: 'page',
    method: 'GET',
    path: '/spots/:spotId/looks/:look',
    summary: 'A look with the spot’s own words (PNG), to lie over its poster',
    handler: showLook,
  },
];

// Three stand side by side on a phone, at most two hundred px wide each; twice that for fine screens.
const WIDTH = 400;

async function showLook(c: WebContext) {
  const app = c.get('app');
  const spot = getSpot(app.catalogue.rows, personOf(c), c.req.param('spotId') ?? '');
  const name = LOOKS.find((look) => look === c.req.param('look'));
  if (!name) return c.notFound();
  const order = await orderOf(c, spot, name);
  // Words that fit nowhere are said when the spot is sent; the look itself is shown all the same.
  const wordless = { ...order, texts: { place: [] } };
  const png = unwrap(await drawPreview(layFilm(order).ok ? order : wordless, WIDTH));
  return c.body(new Uint8Array(png), 200, { 'content-type': 'image/png', 'cache-control': 'private, max-age=3600' });
}

async function orderOf(
  c: WebContext,
  { document, district }: Spot,
  look: Spot['document']['look'],
): Promise<FilmOrder> {
  const { catalogue, blobs, config } = c.get('app');
  const { language } = document;
  const scheme = findScheme(catalogue.rows, document.scheme);
  const parts = { catalogue, blobs, projectRoot: config.projectRoot };
  const standing = await readStandingLook(parts, look, district);
  return {
    look: standing.look,
    // The small picture shows letters as old sets and phones do: large.
    aspect: 'sd',
    language,
    lengthFrames: frames(750),
    texts: lowerThirdTexts(document, findDistrict(catalogue.rows, district)?.[language] ?? ''),
    scheme: scheme && { names: scheme.names[language], colour: scheme.colour },
    department: standing.department[language],
    markCorner: 'left',
    portrait: false,
  };
}
