import { createReadStream, type Stats } from 'node:fs';
import { link, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type BlobFacts, type BlobHash, parseBlobHash } from '../../kernel/blobs.ts';
import { hashStream } from './hash-file.ts';
import { errorCode } from './storage-error.ts';

/** Copies across file systems; answers the facts of the bytes that were read. */
export async function copyFile(from: string, to: string): Promise<BlobFacts> {
  const target = await open(to, 'wx');
  try {
    return await hashStream(createReadStream(from, { highWaterMark: 2 ** 20 }), async (piece) => {
      await target.writeFile(piece);
    });
  } finally {
    await target.close();
  }
}

export async function statIfThere(path: string): Promise<Stats | undefined> {
  return ignoreMissing(stat(path));
}

/**
 * Moves the file aside, then looks at its age: so a store of the same bytes between look and removal is never undone.
 * Answers whether it is gone.
 */
export async function removeUnlessYoung(path: string, aside: string, storedBefore: Date): Promise<boolean> {
  const found = await statIfThere(path);
  if (!found) return true;
  if (found.mtime >= storedBefore) return false;
  if ((await ignoreMissing(rename(path, aside).then(() => true))) === undefined) return true;
  const young = (await stat(aside)).mtime >= storedBefore;
  // EEXIST: stored once more in the meantime, which is as good.
  if (young) await ignore(link(aside, path), 'EEXIST');
  await rm(aside, { force: true });
  return !young;
}

/** Every name in the tree that is a hash. */
export async function* listHashes(root: string): AsyncIterable<BlobHash> {
  for (const first of await namesIn(root)) {
    if (!/^[0-9a-f]{2}$/.test(first)) continue;
    for (const second of await namesIn(join(root, first))) {
      for (const name of await namesIn(join(root, first, second))) {
        const hash = parseBlobHash(name);
        if (hash) yield hash;
      }
    }
  }
}

/** Removes the plain files of a folder that nobody has linked or written since; how many. */
export async function removeOlderFiles(folder: string, before: Date): Promise<number> {
  let removed = 0;
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    const found = await statIfThere(path);
    // ctime, for a hard link keeps its file's mtime.
    if (!found?.isFile() || found.ctime >= before) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}

async function namesIn(folder: string): Promise<string[]> {
  return (await ignoreMissing(readdir(folder))) ?? [];
}

function ignoreMissing<T>(work: Promise<T>): Promise<T | undefined> {
  return ignore(work, 'ENOENT');
}

async function ignore<T>(work: Promise<T>, code: string): Promise<T | undefined> {
  try {
    return await work;
  } catch (cause) {
    if (errorCode(cause) === code) return undefined;
    throw cause;
  }
}
