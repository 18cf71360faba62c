import { createHash } from 'node:crypto';
import type { FilmOrder } from './film-order.ts';

/**
 * The hash of all that a film is made from: the clips' bytes (not where they lie), the order, our version and FFmpeg's.
 * Same key, same film: nothing is remade.
 */
export function filmKey(order: FilmOrder, makers: { readonly version: string; readonly ffmpeg: string }): string {
  const shots = order.shots.map(({ source, ...rest }) => ({ ...rest, source: { ...source, path: undefined } }));
  return createHash('sha256')
    .update(JSON.stringify([makers, { ...order, shots }]))
    .digest('hex');
}
