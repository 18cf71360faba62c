import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export interface PublishedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Moves a finished file to its name beside: on disk first, then visible, so that a crash leaves no half film there. */
export async function publishFile(from: string, folder: string, name = basename(from)): Promise<PublishedFile> {
  const path = join(folder, name);
  const { size } = await stat(from);
  const sha256 = await hashFile(from);
  await toDisk(from);
  await rename(from, path);
  await toDisk(dirname(path));
  return { path, bytes: size, sha256 };
}

/** SHA-256 of a file in lower-case hex, read as a stream. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

async function toDisk(path: string): Promise<void> {
  const handle = await open(path);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
