import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type BlobFacts,
  BlobMismatchError,
  BlobMissingError,
  type BlobStore,
  parseBlobHash,
  StorageFullError,
} from '../../src/kernel/blobs.ts';
import { freeBytes, hasRoom } from '../../src/platform/blobs/free-space.ts';
import { chooseBlobs } from '../../src/platform/blobs/index.ts';
import { sayWhenFull } from '../../src/platform/blobs/storage-error.ts';
import { startS3 } from './s3-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'prerna-blobs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hashOf = (bytes: Uint8Array) => {
  const hash = parseBlobHash(createHash('sha256').update(bytes).digest('hex'));
  if (!hash) throw new Error('no hash');
  return hash;
};
let made = 0;
const film = (bytes: Uint8Array) => {
  made += 1;
  const path = join(folder, `film-${made}.mp4`);
  writeFileSync(path, bytes);
  return path;
};
const allOf = async (blobs: BlobStore) => {
  const all: (BlobFacts & { storedAt: Date })[] = [];
  for await (const blob of blobs.list()) all.push(blob);
  return all;
};
const listed = async (blobs: BlobStore) => (await allOf(blobs)).map((blob) => blob.hash);

function holds(openStore: () => Promise<{ blobs: BlobStore; close(): Promise<void> }>) {
  let blobs: BlobStore;
  let close: () => Promise<void>;
  beforeAll(async () => ({ blobs, close } = await openStore()));
  afterAll(() => close());

  it('takes a file over: its bytes stand under their hash, the file is gone', async () => {
    const bytes = randomBytes(300_000);
    const path = film(bytes);
    const facts = await blobs.putFile(path, hashOf(bytes));
    expect(facts).toEqual({ hash: hashOf(bytes), sizeBytes: 300_000 });
    expect(existsSync(path)).toBe(false);
    expect(await blobs.stat(facts.hash)).toEqual(facts);
    expect(await buffer(await blobs.read(facts.hash))).toEqual(bytes);
  });

  it('refuses a file that is not the expected one, leaves it alone and stores nothing', async () => {
    const bytes = randomBytes(1000);
    const path = film(bytes);
    await expect(blobs.putFile(path, hashOf(randomBytes(8)))).rejects.toThrow(BlobMismatchError);
    expect(readFileSync(path)).toEqual(bytes);
    expect(await blobs.stat(hashOf(bytes))).toBeUndefined();
  });

  it('stores bytes, also none at all', async () => {
    const empty = await blobs.putBytes(new Uint8Array());
    expect(empty.sizeBytes).toBe(0);
    expect(await buffer(await blobs.read(empty.hash))).toHaveLength(0);
    expect(await blobs.stat(empty.hash)).toEqual(empty);
  });

  it('stores the same bytes twice as one blob', async () => {
    const bytes = randomBytes(5000);
    const [one, two] = [await blobs.putFile(film(bytes)), await blobs.putBytes(bytes)];
    expect(two).toEqual(one);
    expect((await listed(blobs)).filter((hash) => hash === one.hash)).toHaveLength(1);
  });

  it('stores the same bytes at once from many sides', async () => {
    const bytes = randomBytes(200_000);
    const all = await Promise.all(Array.from({ length: 6 }, () => blobs.putFile(film(bytes))));
    expect(new Set(all.map((facts) => facts.hash)).size).toBe(1);
    expect(await buffer(await blobs.read(hashOf(bytes)))).toEqual(bytes);
  });

  it.each([
    // Not 0 to 1: s3rver takes `bytes=0-0` for the whole object.
    [0, 2],
    [0, 1000],
    [999, 1000],
    [10, 20],
    [5, 5],
  ])('reads the bytes from %i up to %i', async (start, end) => {
    const bytes = randomBytes(1000);
    const { hash } = await blobs.putBytes(bytes);
    expect(await buffer(await blobs.read(hash, { start, end }))).toEqual(bytes.subarray(start, end));
  });

  it('says when a blob is not there', async () => {
    const hash = hashOf(randomBytes(8));
    expect(await blobs.stat(hash)).toBeUndefined();
    await expect(blobs.read(hash)).rejects.toThrow(BlobMissingError);
    await expect(blobs.checkout(hash)).rejects.toThrow(BlobMissingError);
    expect(await blobs.remove(hash)).toBe(true);
  });

  it('gives a local path with the bytes, to many at once', async () => {
    const bytes = randomBytes(400_000);
    const { hash } = await blobs.putBytes(bytes);
    const copies = await Promise.all([blobs.checkout(hash), blobs.checkout(hash), blobs.checkout(hash)]);
    await copies[0]?.release();
    for (const copy of copies.slice(1)) {
      expect(readFileSync(copy.path)).toEqual(bytes);
      await copy.release();
    }
  });

  it('lists every blob with the time it was stored', async () => {
    const { hash } = await blobs.putBytes(randomBytes(10));
    const found = (await allOf(blobs)).find((blob) => blob.hash === hash);
    expect(Math.abs((found?.storedAt.getTime() ?? 0) - Date.now())).toBeLessThan(5000);
  });

  it('counts a blob as stored now even when its file is old', async () => {
    const path = film(randomBytes(10));
    utimesSync(path, 1, 1);
    const { hash } = await blobs.putFile(path);
    expect(await blobs.remove(hash, new Date(Date.now() - 60_000))).toBe(false);
    expect(await blobs.stat(hash)).toBeDefined();
    expect(await blobs.remove(hash, new Date(Date.now() + 60_000))).toBe(true);
    expect(await blobs.stat(hash)).toBeUndefined();
  });

  it('removes', async () => {
    const { hash } = await blobs.putBytes(randomBytes(10));
    expect(await blobs.remove(hash)).toBe(true);
    expect(await blobs.stat(hash)).toBeUndefined();
    expect(await listed(blobs)).not.toContain(hash);
  });
}

describe('the disk store', () => {
  const root = join(folder, 'disk');
  holds(async () => ({ blobs: chooseBlobs({ kind: 'disk' }, root), close: async () => {} }));

  it('keeps films unwritable, and nothing but films under their names', async () => {
    const blobs = chooseBlobs({ kind: 'disk' }, root);
    const { hash } = await blobs.putFile(film(randomBytes(10)));
    const { path } = await blobs.checkout(hash);
    expect(statSync(path).mode & 0o777).toBe(0o444);
    expect(readdirSync(join(root, 'blobs', 'incoming'))).toEqual([]);
  });

  it('mends a rotten copy when the film comes once more', async () => {
    const blobs = chooseBlobs({ kind: 'disk' }, root);
    const bytes = randomBytes(10);
    const { hash } = await blobs.putBytes(bytes);
    const { path } = await blobs.checkout(hash);
    rmSync(path);
    writeFileSync(path, 'rot');
    await blobs.putBytes(bytes);
    expect(readFileSync(path)).toEqual(bytes);
  });

  it('clears what a killed process left half written, and nothing younger', async () => {
    const blobs = chooseBlobs({ kind: 'disk' }, root);
    writeFileSync(join(root, 'blobs', 'incoming', 'left'), 'half');
    expect(await blobs.sweepLeftovers(new Date(Date.now() - 60_000))).toBe(0);
    expect(await blobs.sweepLeftovers(new Date(Date.now() + 60_000))).toBe(1);
  });

  // A second file system: memory, which Linux always has.
  it.skipIf(!existsSync('/dev/shm'))('takes a file over from another file system', async () => {
    const far = mkdtempSync('/dev/shm/prerna-blobs-');
    const bytes = randomBytes(3_000_000);
    const path = join(far, 'clip.mp4');
    writeFileSync(path, bytes);
    const blobs = chooseBlobs({ kind: 'disk' }, root);
    const { hash } = await blobs.putFile(path, hashOf(bytes));
    expect(existsSync(path)).toBe(false);
    expect(await buffer(await blobs.read(hash))).toEqual(bytes);
    rmSync(far, { recursive: true });
  });
});

describe('the S3 store', () => {
  const failures = { part: 0 };
  const openUploads = `<?xml version="1.0"?><ListMultipartUploadsResult><IsTruncated>false</IsTruncated>
    <Upload><Key>blobs/aa/aa/old</Key><UploadId>old</UploadId><Initiated>2026-01-01T00:00:00Z</Initiated></Upload>
    <Upload><Key>blobs/aa/aa/young</Key><UploadId>young</UploadId><Initiated>2126-01-01T00:00:00Z</Initiated></Upload>
    </ListMultipartUploadsResult>`;
  const seen: string[] = [];
  let server: Awaited<ReturnType<typeof startS3>>;
  beforeAll(async () => {
    server = await startS3(async (context, next) => {
      seen.push(`${context.method} ${Object.entries(context.query).map((pair) => pair.join('='))}`);
      // s3rver knows neither the list nor the end of uploads in parts: answered here, in S3's words.
      if (context.method === 'GET' && 'uploads' in context.query) {
        context.type = 'application/xml';
        context.body = openUploads;
      } else if (context.method === 'DELETE' && context.query['uploadId']) context.status = 204;
      else if (context.query['partNumber'] === '2' && failures.part > 0) {
        failures.part -= 1;
        context.status = 500;
      } else await next();
    });
  });
  afterAll(() => server.close());
  const open = (name: string) => chooseBlobs({ kind: 's3', ...server.config }, join(folder, name));

  holds(async () => ({ blobs: open('s3-cache'), close: async () => {} }));

  it('stores a film above 64 MiB in parts and reads it back whole', async () => {
    const bytes = Buffer.concat([Buffer.alloc(65 * 2 ** 20, 7), randomBytes(100)]);
    const { hash, sizeBytes } = await open('parts').putFile(film(bytes));
    expect([hash, sizeBytes]).toEqual([hashOf(bytes), bytes.length]);
    expect(seen.filter((line) => line.startsWith('PUT') && line.includes('partNumber'))).toHaveLength(5);
  });

  it('sends a part again when the line is cut', async () => {
    failures.part = 1;
    const bytes = Buffer.concat([Buffer.alloc(65 * 2 ** 20, 8), randomBytes(100)]);
    expect((await open('parts').putFile(film(bytes))).hash).toBe(hashOf(bytes));
  });

  it('aborts an upload in parts that fails for good, and keeps the film', async () => {
    failures.part = 100;
    const bytes = Buffer.concat([Buffer.alloc(65 * 2 ** 20, 9), randomBytes(100)]);
    const path = film(bytes);
    await expect(open('parts').putFile(path)).rejects.toThrow();
    failures.part = 0;
    expect(seen.at(-1)).toMatch(/^DELETE .*uploadId/);
    expect(existsSync(path)).toBe(true);
    expect(await open('parts').stat(hashOf(bytes))).toBeUndefined();
  });

  it('aborts uploads in parts that a killed process left, and no younger ones', async () => {
    const before = seen.length;
    expect(await open('left').sweepLeftovers(new Date(Date.now() - 86_400_000))).toBe(1);
    const aborted = seen.slice(before).filter((line) => line.startsWith('DELETE'));
    expect(aborted).toEqual([expect.stringContaining('uploadId=old')]);
  });

  it('refuses a copy that rotted in the bucket', async () => {
    const blobs = open('rot');
    const { hash } = await blobs.putBytes(randomBytes(100));
    const object = readdirSync(server.directory, { recursive: true, encoding: 'utf8' }).find((name) =>
      name.endsWith(`${hash}._S3rver_object`),
    );
    writeFileSync(join(server.directory, object ?? ''), 'rot');
    await expect(blobs.checkout(hash)).rejects.toThrow(BlobMismatchError);
    expect(readdirSync(join(folder, 'rot', 'blob-cache'))).toEqual([]);
  });

  it('keeps a local copy, so that the next job need not fetch it', async () => {
    const blobs = open('kept');
    const { hash } = await blobs.putBytes(randomBytes(100));
    await (await blobs.checkout(hash)).release();
    const before = seen.length;
    await (await blobs.checkout(hash)).release();
    expect(seen).toHaveLength(before);
  });
});

describe('a full disk', () => {
  it.each(['ENOSPC', 'EDQUOT'])('comes out as one error (%s)', async (code) => {
    const full = () => Promise.reject(Object.assign(new Error('write'), { code }));
    await expect(sayWhenFull(full)).rejects.toThrow(StorageFullError);
  });

  it('is seen before it happens, with a reserve for the catalogue', async () => {
    mkdirSync(folder, { recursive: true });
    const free = await freeBytes(folder);
    expect(await hasRoom(folder, 1)).toBe(true);
    expect(await hasRoom(folder, free)).toBe(false);
  });
});
