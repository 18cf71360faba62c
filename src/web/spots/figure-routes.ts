import { z } from 'zod';
import { readClip } from '../../domain/intake/index.ts';
import { CUT_LENGTHS, clipFrames, decideFigure, getSpot, LOOKS, type Spot } from '../../domain/spots/index.ts';
import { drawLookFrame } from '../../engine/film/draw-look-frame.ts';
import type { BlobHash } from '../../kernel/blobs.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';
import { messageIn } from '../locales/index.ts';
import { filmOfSpot } from './spot-film.ts';

export const figureRoutes: readonly Route[] = [
  {
    who: 'signedIn',
    owner: 'reach',
    kind: 'page',
    method: 'GET',
    path: '/spots/:spotId/figure.png',
    summary: 'The big figure as it is typed, over the spot’s poster (PNG), or why it will not come',
    handler: showFigure,
  },
];

// Beside the other choices on a desk, across a phone; twice that for fine screens.
const WIDTH = 640;

const query = z.object({
  text: z.string().trim().normalize('NFC').max(80).catch(''),
  look: z.enum(LOOKS).optional().catch(undefined),
  length: z.coerce.number().optional().catch(undefined),
});

async function showFigure(c: WebContext) {
  const app = c.get('app');
  const spot = getSpot(app.catalogue.rows, personOf(c), c.req.param('spotId') ?? '');
  const { text, look, length } = query.parse(c.req.query());
  const typed = typedSpot(spot, { text, look, length });
  const clip = readClip(app.catalogue.rows, spot.clipId);
  const timely = decideFigure(typed.document, clipFrames(clip));
  if (!timely.ok) return say(c, timely.refusal);
  const film = await filmOfSpot(c, typed, '16x9');
  const drawn = await drawLookFrame(
    { film, frame: 'figure', ground: await posterOf(c, clip.posterHash), caption: '', width: WIDTH },
    () => app.media(),
  );
  if (!drawn.ok) return say(c, drawn.refusal);
  return c.body(new Uint8Array(drawn.value), 200, {
    'content-type': 'image/png',
    'cache-control': 'private, max-age=60',
  });
}

/** The spot as it stands in front of somebody, saved or not. */
function typedSpot(
  spot: Spot,
  { text, look, length }: { text: string; look: Spot['document']['look'] | undefined; length: number | undefined },
): Spot {
  const { document } = spot;
  const [first, ...rest] = document.cuts;
  const lengthSeconds = CUT_LENGTHS.find((one) => one === length);
  const cut =
    first && lengthSeconds && lengthSeconds !== first.lengthSeconds
      ? { lengthSeconds, fromFrame: first.fromFrame }
      : first;
  return {
    ...spot,
    document: { ...document, figure: text, look: look ?? document.look, cuts: cut ? [cut, ...rest] : document.cuts },
  };
}

/** A clip's own picture, as a data URI; without one the card stands over nothing. */
async function posterOf(c: WebContext, blob: BlobHash | undefined): Promise<string | undefined> {
  if (!blob || !(await c.get('app').blobs.stat(blob))) return undefined;
  const pieces: Uint8Array[] = [];
  for await (const piece of await c.get('app').blobs.read(blob)) pieces.push(piece);
  return `data:image/jpeg;base64,${Buffer.concat(pieces).toString('base64')}`;
}

function say(c: WebContext, { user, params }: Refusal) {
  return c.json({ message: messageIn(c.get('language'), user, params) }, 422);
}
