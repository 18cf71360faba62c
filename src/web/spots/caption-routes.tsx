import { join } from 'node:path';
import { z } from 'zod';
import { readClip } from '../../domain/intake/index.ts';
import { clipFrames, getSpot, timeCaptions } from '../../domain/spots/index.ts';
import { readLook } from '../../engine/graphics/look.ts';
import { StaleVersionError } from '../../kernel/etag.ts';
import { HttpRefusal } from '../http/http-refusal.ts';
import { personOf, type Route, type WebContext } from '../http/route.ts';
import { noteOf, showSpot } from './show-spot.tsx';

/** The whole text at once, typed, pasted or as an SRT or WebVTT file; the times are set by us. */
export const captionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/spots/:spotId/captions',
    who: ['staff', 'admin'],
    owner: 'reach',
    kind: 'page',
    summary: 'Captions from a script or a caption file',
    handler: setCaptions,
  },
];

// 500 captions of 200 letters, three bytes each in Hindi.
const MAX_BYTES = 300_000;

const form = z.object({
  version: z.coerce.number().int(),
  script: z.string().default(''),
  file: z.instanceof(File).optional(),
});

async function setCaptions(c: WebContext) {
  const app = c.get('app');
  const spot = getSpot(app.catalogue.rows, personOf(c), c.req.param('spotId') ?? '');
  const { version, script, file } = form.parse(await c.req.parseBody());
  const chosen = file && file.size > 0;
  if (chosen && file.size > MAX_BYTES) throw new HttpRefusal(413, 'error.badRequest');
  const bytes = chosen
    ? new Uint8Array(await file.arrayBuffer())
    : new TextEncoder().encode(script.slice(0, MAX_BYTES));
  const look = await readLook(join(app.config.projectRoot, 'watermarks', spot.document.look));
  const frames = clipFrames(readClip(app.catalogue.rows, spot.clipId));
  try {
    const timed = timeCaptions(app, personOf(c), { spotId: spot.id, version, bytes, clipFrames: frames, look });
    if (timed.ok) return c.redirect(`/spots/${spot.id}?said=spot.timed`, 303);
    return showSpot(c, spot, { notes: [noteOf(c, timed.refusal)], status: 422, script });
  } catch (error) {
    if (!(error instanceof StaleVersionError)) throw error;
    // The newer spot with what was typed beside it: setting the times again is then a choice.
    return showSpot(c, spot, { notes: [{ tone: 'wait', text: c.get('t')('spot.staleScript') }], status: 412, script });
  }
}
