import { FRAME_RATE } from '../../kernel/frames.ts';
import { WITNESS_RASTER, type Witness } from '../film/witness.ts';

/** The little pictures that a decoding run hands over, luma only. */
export const LUMA_RASTER = { width: 64, height: 36 } as const;
const BYTES = LUMA_RASTER.width * LUMA_RASTER.height;
const BLOCK = LUMA_RASTER.width / WITNESS_RASTER.width;

/** Cuts a stream of raw luma into pictures of so many bytes; what is taken is gone with the next. */
export function pictureCutter(take: (luma: Uint8Array) => void, bytes = BYTES): (chunk: Uint8Array) => void {
  const held = new Uint8Array(bytes);
  let filled = 0;
  return (chunk) => {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + bytes - filled);
      held.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < bytes) return;
      take(held);
      filled = 0;
    }
  };
}

/** Keeps the first picture of each second as 16 × 9 means. */
export class WitnessTaker {
  readonly seconds: Uint8Array[] = [];
  #frame = 0;

  take(luma: Uint8Array): void {
    if (this.#frame % FRAME_RATE === 0) this.seconds.push(blockMeans(luma));
    this.#frame += 1;
  }

  get witness(): Witness {
    return { seconds: this.seconds };
  }
}

function blockMeans(luma: Uint8Array): Uint8Array {
  const { width, height } = WITNESS_RASTER;
  return Uint8Array.from({ length: width * height }, (_, block) => {
    const [left, top] = [(block % width) * BLOCK, Math.floor(block / width) * BLOCK];
    let sum = 0;
    for (let y = top; y < top + BLOCK; y += 1)
      for (let x = left; x < left + BLOCK; x += 1) sum += luma[y * LUMA_RASTER.width + x] ?? 0;
    return Math.round(sum / BLOCK ** 2);
  });
}
