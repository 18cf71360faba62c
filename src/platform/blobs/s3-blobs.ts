import { mkdir, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  type BlobFacts,
  type BlobHash,
  BlobMismatchError,
  BlobMissingError,
  type BlobStore,
  parseBlobHash,
} from '../../kernel/blobs.ts';
import type { S3Config } from '../config.ts';
import { createCache } from './blob-cache.ts';
import { removeOlderFiles } from './disk-files.ts';
import { assertExpected, hashBytes, hashFile, hashStream } from './hash-file.ts';
import { abortOldUploads, putObject, type S3Place } from './s3-put.ts';
import { sayWhenFull } from './storage-error.ts';

/** Where blobs stand in the bucket: it may be shared with other things. */
const PREFIX = 'blobs/';

/** A client with the settings that S3 servers other than Amazon's need. */
export function openS3(config: S3Config): { client: S3Client; bucket: string } {
  const client = new S3Client({
    ...(config.endpoint ? { endpoint: config.endpoint } : {}),
    region: config.region,
    forcePathStyle: config.pathStyle,
    credentials: { accessKeyId: config.accessKeyId, secretAccessKey: config.secretAccessKey },
    // The default sends checksum trailers, which other servers refuse or, worse, store inside the film.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return { client, bucket: config.bucket };
}

/**
 * Films as objects `blobs/ab/cd/<hash>`. Every put is read back and compared (size, SHA-256) before it counts; an object
 * that differs is removed. Local copies for FFmpeg live in `cacheDir`.
 */
export function createS3Blobs(parts: { client: S3Client; bucket: string; cacheDir: string }): BlobStore {
  const { client, bucket, cacheDir } = parts;
  const place = (hash: BlobHash): S3Place => ({ client, bucket, key: keyOf(hash) });
  const cache = createCache(cacheDir, (hash) => read(hash));

  async function head(hash: BlobHash) {
    const { bucket: Bucket, key: Key } = place(hash);
    try {
      return await client.send(new HeadObjectCommand({ Bucket, Key }));
    } catch (cause) {
      if (cause instanceof NotFound || cause instanceof NoSuchKey) return undefined;
      throw cause;
    }
  }

  async function read(hash: BlobHash, range?: { start: number; end: number }): Promise<Readable> {
    const empty = range && range.end <= range.start;
    if (empty && (await head(hash))) return Readable.from([]);
    const Range = range && !empty ? `bytes=${range.start}-${range.end - 1}` : undefined;
    try {
      const { Body } = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: keyOf(hash), ...(Range ? { Range } : {}) }),
      );
      if (Body instanceof Readable) return Body;
      throw new Error('the S3 client answered no stream');
    } catch (cause) {
      if (cause instanceof NoSuchKey) throw new BlobMissingError(hash, { cause });
      throw cause;
    }
  }

  async function remove(hash: BlobHash): Promise<void> {
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: keyOf(hash) }));
  }

  async function publish(source: Uint8Array | string, facts: BlobFacts): Promise<BlobFacts> {
    await putObject(place(facts.hash), source, facts.sizeBytes);
    try {
      await verify(() => read(facts.hash), facts);
    } catch (cause) {
      // Only what is surely wrong goes: a cut line says nothing about the object, which another film's row may name.
      if (cause instanceof BlobMismatchError) await remove(facts.hash);
      throw cause;
    }
    return facts;
  }

  return {
    async putFile(path, expect) {
      const facts = await hashFile(path);
      assertExpected(facts, expect);
      await publish(path, facts);
      await rm(path, { force: true });
      return facts;
    },
    putBytes: (bytes) => publish(bytes, hashBytes(bytes)),
    async stat(hash) {
      const found = await head(hash);
      return found && { hash, sizeBytes: found.ContentLength ?? 0 };
    },
    read,
    checkout: (hash) =>
      sayWhenFull(async () => {
        await mkdir(cacheDir, { recursive: true });
        return cache.checkout(hash);
      }),
    async remove(hash, storedBefore) {
      const found = storedBefore && (await head(hash));
      // S3 has no conditional delete that all servers know: a store in this very instant could be undone.
      if (found?.LastModified && storedBefore && found.LastModified >= storedBefore) return false;
      await remove(hash);
      return true;
    },
    list: () => listObjects(client, bucket),
    async sweepLeftovers(before) {
      return (
        (await abortOldUploads({ client, bucket, key: PREFIX }, before)) + (await removeOlderFiles(cacheDir, before))
      );
    },
  };
}

function keyOf(hash: BlobHash): string {
  return `${PREFIX}${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`;
}

/** Reads an object back. Some servers show the end of a new object a moment late: three looks, 100 ms and 400 ms apart. */
async function verify(read: () => Promise<Readable>, facts: BlobFacts): Promise<void> {
  for (const waitMs of [100, 400]) {
    const seen = await hashStream(await read());
    if (seen.hash === facts.hash) return;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
  assertExpected(await hashStream(await read()), facts.hash);
}

async function* listObjects(client: S3Client, bucket: string): AsyncIterable<BlobFacts & { storedAt: Date }> {
  let ContinuationToken: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: PREFIX, ...(ContinuationToken ? { ContinuationToken } : {}) }),
    );
    for (const { Key, Size, LastModified } of page.Contents ?? []) {
      const hash = parseBlobHash(Key?.split('/').at(-1) ?? '');
      if (hash && LastModified) yield { hash, sizeBytes: Size ?? 0, storedAt: LastModified };
    }
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken);
}
