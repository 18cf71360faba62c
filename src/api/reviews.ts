import { z } from 'zod';
import { listDeliverables } from '../domain/render/index.ts';
import { watchFilm } from '../domain/review/index.ts';
import { getSpot, listCuts } from '../domain/spots/index.ts';
import { NotFoundError } from '../kernel/not-found.ts';
import { readJson } from '../web/http/read-json.ts';
import { personOf, type Route, type WebContext } from '../web/http/route.ts';
import { WATCHED_PRESET } from '../web/review/watched-film.ts';

const frame = z.number().int().min(0).max(1_000_000);
const report = z.object({ cutId: z.string().max(40), from: frame, until: frame });

export const reviewApiRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/api/v1/reviews/:spotId/watched',
    who: ['reviewer', 'admin'],
    owner: 'reach',
    kind: 'api',
    summary: 'A player’s report of what it played (frames, end exclusive); answers whether the film was watched whole',
    body: report,
    answer: z.object({ whole: z.boolean() }),
    handler: takeReport,
  },
];

async function takeReport(c: WebContext) {
  const app = c.get('app');
  const by = personOf(c);
  const spot = getSpot(app.catalogue.rows, by, c.req.param('spotId') ?? '');
  const { cutId, from, until } = report.parse(await readJson(c));
  if (!listCuts(app.catalogue.rows, spot.id).some((cut) => cut.id === cutId)) throw new NotFoundError('cut');
  const film = listDeliverables(app.catalogue.rows, [cutId]).find((made) => made.preset === WATCHED_PRESET);
  if (!film) throw new NotFoundError('film');
  return c.json(watchFilm(app, by.id, { cutId, from, until, film: film.blob, filmFrames: film.frames }));
}
