import { createWriteStream } from 'node:fs';
import { chmod, link, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type BlobHash, parseBlobHash } from '../../kernel/blobs.ts';
import { newId } from '../../kernel/ids.ts';
import { assertExpected, hashFile } from './hash-file.ts';
import { errorCode } from './storage-error.ts';

/** Films seldom used make room above this: some forty phone clips with their films. */
const KEEP_BYTES = 20 * 2 ** 30;

interface BlobCache {
  checkout(hash: BlobHash): Promise<{ path: string; release(): Promise<void> }>;
}

/**
 * Local copies of far blobs. Each checkout is a hard link of its own, so that making room, here or in another process,
 * never takes a file from under FFmpeg.
 */
export function createCache(folder: string, read: (hash: BlobHash) => Promise<Readable>): BlobCache {
  const loading = new Map<BlobHash, Promise<void>>();

  async function load(hash: BlobHash): Promise<void> {
    const part = join(folder, `${newId()}.part`);
    try {
      await pipeline(await read(hash), createWriteStream(part, { flags: 'wx' }));
      assertExpected(await hashFile(part), hash);
      await chmod(part, 0o444);
      await rename(part, join(folder, hash));
    } catch (cause) {
      await rm(part, { force: true });
      throw cause;
    }
    await makeRoom(folder, hash);
  }

  function loadOnce(hash: BlobHash): Promise<void> {
    const running = loading.get(hash) ?? load(hash).finally(() => loading.delete(hash));
    loading.set(hash, running);
    return running;
  }

  return {
    async checkout(hash) {
      const path = join(folder, `${newId()}.out`);
      if (!(await linkIfThere(join(folder, hash), path))) {
        await loadOnce(hash);
        await link(join(folder, hash), path);
      }
      const now = new Date();
      await utimes(path, now, now);
      return { path, release: () => rm(path, { force: true }) };
    },
  };
}

async function linkIfThere(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return false;
    throw cause;
  }
}

/** Forgets the longest unused copies until the rest fits; the newest always stays. */
async function makeRoom(folder: string, newest: BlobHash): Promise<void> {
  const copies = await Promise.all(
    (await readdir(folder)).filter(parseBlobHash).map(async (name) => {
      const { size, mtimeMs } = await stat(join(folder, name));
      return { name, size, mtimeMs };
    }),
  );
  let total = copies.reduce((sum, copy) => sum + copy.size, 0);
  for (const copy of copies.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
    if (total <= KEEP_BYTES) return;
    if (copy.name === newest) continue;
    await rm(join(folder, copy.name), { force: true });
    total -= copy.size;
  }
}
