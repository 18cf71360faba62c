import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type BlobFacts, type BlobHash, BlobMismatchError, parseBlobHash } from '../../kernel/blobs.ts';

/** Reads a stream to its end; answers its SHA-256 and size. `take` sees each piece before the next is asked for. */
export async function hashStream(
  stream: Readable,
  take?: (piece: Uint8Array) => void | Promise<void>,
): Promise<BlobFacts> {
  const sha256 = createHash('sha256');
  let sizeBytes = 0;
  for await (const piece of stream as AsyncIterable<Uint8Array>) {
    sha256.update(piece);
    sizeBytes += piece.byteLength;
    await take?.(piece);
  }
  return { hash: toBlobHash(sha256.digest('hex')), sizeBytes };
}

/** SHA-256 and size of a file, read once in 1 MiB pieces. */
export function hashFile(path: string): Promise<BlobFacts> {
  return hashStream(createReadStream(path, { highWaterMark: 2 ** 20 }));
}

export function hashBytes(bytes: Uint8Array): BlobFacts {
  return { hash: toBlobHash(createHash('sha256').update(bytes).digest('hex')), sizeBytes: bytes.byteLength };
}

/** Throws BlobMismatchError when the bytes are not the expected ones. */
export function assertExpected(facts: BlobFacts, expect: BlobHash | undefined): void {
  if (expect && facts.hash !== expect)
    throw new BlobMismatchError(`expected ${expect}, the bytes are ${facts.hash} (${facts.sizeBytes} bytes)`);
}

/** Forces a file's bytes, or a folder's names, onto the disk. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function toBlobHash(hex: string): BlobHash {
  const hash = parseBlobHash(hex);
  if (!hash) throw new Error(`not a SHA-256: ${hex}`);
  return hash;
}
