import type { Readable } from 'node:stream';

/** SHA-256 in lower-case hex: a blob's only name. */
export type BlobHash = string & { readonly __unit: 'sha256' };

export function parseBlobHash(text: string): BlobHash | undefined {
  return /^[0-9a-f]{64}$/.test(text) ? (text as BlobHash) : undefined;
}

export interface BlobFacts {
  readonly hash: BlobHash;
  readonly sizeBytes: number;
}

/** Half-open range of bytes: `start` included, `end` not. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Films under their hash. One contract suite (test/contract/blobs.ts) holds for every adapter.
 * Nothing is reachable under a hash before every byte is stored and verified.
 */
export interface BlobStore {
  /** Takes over a finished local file (moved or uploaded, then gone from `path`); verifies `expect` when given. */
  putFile(path: string, expect?: BlobHash): Promise<BlobFacts>;
  putBytes(bytes: Uint8Array): Promise<BlobFacts>;
  /** undefined when absent. */
  stat(hash: BlobHash): Promise<BlobFacts | undefined>;
  /** Rejects with BlobMissingError when absent. */
  read(hash: BlobHash, range?: ByteRange): Promise<Readable>;
  /** A local path that holds the blob's bytes until `release` is called: FFmpeg wants files. */
  checkout(hash: BlobHash): Promise<{ path: string; release(): Promise<void> }>;
  remove(hash: BlobHash): Promise<void>;
  /** Every blob with the time it was stored. */
  list(): AsyncIterable<BlobFacts & { storedAt: Date }>;
}

export class BlobMissingError extends Error {
  override readonly name = 'BlobMissingError';
}
