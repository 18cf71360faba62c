import { FRAME_RATE } from '../../kernel/frames.ts';

/** A decoder's buffer while a film runs through it. */
export interface BufferWalk {
  /** The least that was left in it, in bits; below nothing, the decoder waited for a picture. */
  readonly lowestBits: number;
  /** Stored index of the picture that left so little. */
  readonly atPicture: number;
}

export interface DecoderBuffer {
  readonly bufferBits: number;
  readonly kbps: number;
}

/** The share of the buffer that is full before the picture that follows these. */
export function fullnessAfter(pictureBytes: readonly number[], { bufferBits, kbps }: DecoderBuffer): number {
  const gain = (kbps * 1000) / FRAME_RATE;
  const left = pictureBytes.reduce(
    (bits, bytes) => Math.min(bufferBits, Math.max(0, bits - bytes * 8) + gain),
    bufferBits,
  );
  return left / bufferBits;
}

/** Takes every picture out of a buffer that begins full and fills at a constant rate (MPEG-2's and H.264's model alike). */
export function walkBuffer(pictureBytes: readonly number[], { bufferBits, kbps }: DecoderBuffer): BufferWalk {
  const gain = (kbps * 1000) / FRAME_RATE;
  let left = bufferBits;
  let walk: BufferWalk = { lowestBits: bufferBits, atPicture: 0 };
  for (const [atPicture, bytes] of pictureBytes.entries()) {
    left -= bytes * 8;
    if (left < walk.lowestBits) walk = { lowestBits: left, atPicture };
    left = Math.min(bufferBits, Math.max(0, left) + gain);
  }
  return walk;
}
