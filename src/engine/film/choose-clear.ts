import type { Box } from '../graphics/drawing.ts';
import type { ShownFace } from '../graphics/shown-face.ts';
import { CAPTION_AIR, faceCovered, LEAST_AIR, NAME_AIR, touchesForehead } from './face-room.ts';

/** One way to place what stands over the picture at a time. */
export interface Way {
  /** The name, or nothing. */
  readonly names: readonly Box[];
  readonly captions: readonly Box[];
}

/** `clear`: everything keeps its distance; `close`: eyes and mouth are free, no more; `covers`: no way is free. */
export type Clearness = 'clear' | 'close' | 'covers';

export interface Chosen<W extends Way> {
  readonly way: W;
  readonly clearness: Clearness;
}

/**
 * The first way (they come in order of preference) that keeps its distance from every face; else the first that leaves eyes
 * and mouth free; else the one that covers least of them. `height`: of the canvas, px.
 */
export function chooseClear<W extends Way>(
  ways: readonly [W, ...W[]],
  faces: readonly ShownFace[],
  height: number,
): Chosen<W> {
  const clear = ways.find((way) => isClear(way, faces, height));
  if (clear) return { way: clear, clearness: 'clear' };
  const covered = (way: W) => faceCovered([...way.names, ...way.captions], faces, LEAST_AIR, height);
  const close = ways.find((way) => covered(way) === 0);
  if (close) return { way: close, clearness: 'close' };
  const least = ways.reduce((best, way) => (covered(way) < covered(best) ? way : best));
  return { way: least, clearness: 'covers' };
}

function isClear({ names, captions }: Way, faces: readonly ShownFace[], height: number): boolean {
  const above = [...names, ...captions].filter((box) => box.y + box.height < height / 2);
  return (
    faceCovered(names, faces, NAME_AIR, height) === 0 &&
    faceCovered(captions, faces, CAPTION_AIR, height) === 0 &&
    !above.some((box) => touchesForehead(box, faces))
  );
}
