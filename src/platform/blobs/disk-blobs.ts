import { chmod, mkdir, open, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { type BlobFacts, type BlobHash, BlobMissingError, type BlobStore } from '../../kernel/blobs.ts';
import { newId } from '../../kernel/ids.ts';
import { copyFile, listHashes, removeOlderFiles, removeUnlessYoung, statIfThere } from './disk-files.ts';
import { assertExpected, hashBytes, hashFile, syncPath } from './hash-file.ts';
import { errorCode, sayWhenFull } from './storage-error.ts';

/**
 * Films in one folder tree, `<root>/ab/cd/<hash>`. Every store ends in the rename of a whole, hashed, synced file, also
 * when the blob is there already: that mends a rotten copy and makes it young again, so that a sweep spares it.
 */
export function createDiskBlobs(root: string): BlobStore {
  const incoming = join(root, 'incoming');
  const place = (hash: BlobHash) => join(root, hash.slice(0, 2), hash.slice(2, 4), hash);

  /** A name of our own beside the blobs; whatever stands there is gone when `work` fails. */
  async function withTemporary<T>(work: (path: string) => Promise<T>): Promise<T> {
    await mkdir(incoming, { recursive: true });
    const path = join(incoming, newId());
    try {
      return await work(path);
    } catch (cause) {
      await rm(path, { force: true });
      throw cause;
    }
  }

  async function publish(path: string, facts: BlobFacts): Promise<BlobFacts> {
    const final = place(facts.hash);
    await mkdir(dirname(final), { recursive: true });
    await chmod(path, 0o444);
    const now = new Date();
    await utimes(path, now, now);
    await syncPath(path);
    await rename(path, final);
    // The file's name, then the folders that may be new.
    for (const made of [dirname(final), dirname(dirname(final)), root]) await syncPath(made);
    return facts;
  }

  /** Until the rename the caller's file stays as it was: a failure or a kill loses no upload. */
  async function takeOver(path: string, expect?: BlobHash): Promise<BlobFacts> {
    const facts = await hashFile(path);
    assertExpected(facts, expect);
    try {
      return await publish(path, facts);
    } catch (cause) {
      if (errorCode(cause) !== 'EXDEV') throw cause;
    }
    await withTemporary(async (copy) => {
      assertExpected(await copyFile(path, copy), facts.hash);
      await publish(copy, facts);
    });
    await rm(path, { force: true });
    return facts;
  }

  async function putBytes(bytes: Uint8Array): Promise<BlobFacts> {
    return withTemporary(async (path) => {
      await writeFile(path, bytes, { flag: 'wx' });
      return publish(path, hashBytes(bytes));
    });
  }

  async function find(hash: BlobHash) {
    const found = await statIfThere(place(hash));
    return found && { hash, sizeBytes: found.size, storedAt: found.mtime };
  }

  return {
    putFile: (path, expect) => sayWhenFull(() => takeOver(path, expect)),
    putBytes: (bytes) => sayWhenFull(() => putBytes(bytes)),
    async stat(hash) {
      const found = await find(hash);
      return found && { hash, sizeBytes: found.sizeBytes };
    },
    async read(hash, range) {
      const handle = await open(place(hash), 'r').catch((cause: unknown) => {
        throw errorCode(cause) === 'ENOENT' ? new BlobMissingError(hash, { cause }) : cause;
      });
      if (!range) return handle.createReadStream();
      if (range.end > range.start) return handle.createReadStream({ start: range.start, end: range.end - 1 });
      await handle.close();
      return Readable.from([]);
    },
    async checkout(hash) {
      if (!(await find(hash))) throw new BlobMissingError(hash);
      return { path: place(hash), release: async () => {} };
    },
    async remove(hash, storedBefore) {
      if (storedBefore) return withTemporary((aside) => removeUnlessYoung(place(hash), aside, storedBefore));
      await rm(place(hash), { force: true });
      return true;
    },
    async *list() {
      for await (const hash of listHashes(root)) {
        const found = await find(hash);
        if (found) yield found;
      }
    },
    sweepLeftovers: (before) => removeOlderFiles(incoming, before),
  };
}
