import { type Chain, filter } from './filter-graph.ts';

/** A film's pictures in little: luma of the first picture of each second, 16 × 9, one byte each. */
export interface Witness {
  readonly seconds: readonly Uint8Array[];
}

export const WITNESS_RASTER = { width: 16, height: 9 } as const;
/** One second's picture. */
export const WITNESS_BYTES = WITNESS_RASTER.width * WITNESS_RASTER.height;

/** What a master of that many pictures a second looks like, beside its encoders: one picture a second costs nothing that can be measured. */
export function witnessChain(from: string, to: string, rate: number): Chain {
  const { width, height } = WITNESS_RASTER;
  return {
    from: [from],
    filters: [
      filter('framestep', { step: rate }),
      // So far down at once, the quick rounding loses up to six of 219.
      filter('scale', { w: width, h: height, flags: 'area+accurate_rnd' }),
      // Gray formats are taken for full range and stretched: the plane itself is what was drawn.
      filter('format', { pix_fmts: 'yuv444p' }),
      filter('extractplanes', { planes: 'y' }),
    ],
    to: [to],
  };
}

/** What `witnessChain` wrote as raw video; throws when it is no whole number of pictures. */
export function parseWitness(bytes: Buffer): Witness {
  if (bytes.length === 0 || bytes.length % WITNESS_BYTES !== 0) throw new Error(`${bytes.length} bytes are no witness`);
  const count = bytes.length / WITNESS_BYTES;
  const second = (at: number) => bytes.subarray(at * WITNESS_BYTES, (at + 1) * WITNESS_BYTES);
  return { seconds: Array.from({ length: count }, (_, at) => second(at)) };
}
