import { createHash } from 'node:crypto';
import { BED_NAMES, type BedName } from '../../engine/music/bed-names.ts';
import { previewBed } from '../../engine/music/preview-bed.ts';
import { FRAME_RATE, frames } from '../../kernel/frames.ts';
import type { Route, WebContext } from '../http/route.ts';

export const bedRoutes: readonly Route[] = [
  {
    who: 'signedIn',
    owner: 'none',
    kind: 'page',
    method: 'GET',
    path: '/beds/:bed',
    summary: 'A bed to listen to: ten seconds with their end card (WAV)',
    handler: playBed,
  },
];

// As short as a spot gets: its ending is heard, too.
const HEARD = { lengthFrames: frames(10 * FRAME_RATE), endCardFrom: frames(8 * FRAME_RATE) };

interface Heard {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

// A third of a megabyte each, and the same for everybody: made when first asked for.
const made = new Map<BedName, Promise<Heard>>();

async function playBed(c: WebContext) {
  const bed = BED_NAMES.find((name) => `${name}.wav` === c.req.param('bed'));
  if (!bed) return c.notFound();
  const making = made.get(bed) ?? make(bed);
  made.set(bed, making);
  const { bytes, etag } = await making;
  const headers = { 'content-type': 'audio/wav', 'cache-control': 'private, max-age=86400', etag };
  return c.req.header('if-none-match') === etag ? c.body(null, 304, headers) : c.body(bytes, 200, headers);
}

async function make(bed: BedName): Promise<Heard> {
  const bytes = new Uint8Array(await previewBed(bed, HEARD));
  return { bytes, etag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"` };
}
