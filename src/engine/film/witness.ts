import { readFile } from 'node:fs/promises';
import { type Chain, filter } from './filter-graph.ts';

/** A film's pictures in little: luma of the first picture of each second, 16 × 9, one byte each. */
export interface Witness {
  readonly seconds: readonly Uint8Array[];
}

export const WITNESS_RASTER = { width: 16, height: 9 } as const;
const BYTES = WITNESS_RASTER.width * WITNESS_RASTER.height;

/** What a master of that many pictures a second looks like, beside its encoders: one picture a second costs nothing that can be measured. */
export function witnessChain(from: string, to: string, rate: number): Chain {
  const { width, height } = WITNESS_RASTER;
  return {
    from: [from],
    filters: [
      filter('framestep', { step: rate }),
      filter('scale', { w: width, h: height, flags: 'area' }),
      // Gray formats are taken for full range and stretched: the plane itself is what was drawn.
      filter('format', { pix_fmts: 'yuv444p' }),
      filter('extractplanes', { planes: 'y' }),
    ],
    to: [to],
  };
}

/** Reads what `witnessChain` wrote as raw video; throws when it is no whole number of pictures. */
export async function readWitness(path: string): Promise<Witness> {
  const bytes = await readFile(path);
  if (bytes.length === 0 || bytes.length % BYTES !== 0)
    throw new Error(`${path}: ${bytes.length} bytes are no witness`);
  const count = bytes.length / BYTES;
  return { seconds: Array.from({ length: count }, (_, at) => bytes.subarray(at * BYTES, (at + 1) * BYTES)) };
}
