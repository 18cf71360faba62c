import type { MessageKey } from '../locales/index.ts';
import { HttpRefusal } from './http-refusal.ts';
import type { WebContext } from './route.ts';

/** A year of one channel's list is 2 MB. */
export const MAX_LIST_BYTES = 5_000_000;

/** The whole body, at most MAX_LIST_BYTES; more is refused with this sentence (413) without being kept. */
export async function readBytes(c: WebContext, tooBig: MessageKey): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of c.req.raw.body ?? []) {
    size += piece.byteLength;
    if (size > MAX_LIST_BYTES) throw new HttpRefusal(413, tooBig);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
