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
  /** Removes; with `storedBefore` only a blob that was not stored (again) since: answers whether it is gone. */
  remove(hash: BlobHash, storedBefore?: Date): Promise<boolean>;
  /** Every blob with the time it was stored. */
  list(): AsyncIterable<BlobFacts & { storedAt: Date }>;
  /** Clears what a killed process left half done (temporary files, multipart uploads) before this instant; how many. */
  sweepLeftovers(before: Date): Promise<number>;
}

export class BlobMissingError extends Error {
  override readonly name = 'BlobMissingError';
}

/** Asked to take over bytes that are not what `expect` says: nothing was stored. */
export class BlobMismatchError extends Error {
  override readonly name = 'BlobMismatchError';
}

/** No room left (disk full, quota): nothing was stored, what was there stands. Faces answer 507. */
export class StorageFullError extends Error {
  override readonly name = 'StorageFullError';
}

/** A column whose every value, when there is one, is the hash of a blob that must exist. Both in SQL's spelling. */
export interface BlobReference {
  readonly table: string;
  readonly column: string;
}
