import { statfs } from 'node:fs/promises';

/**
 * What stays free for the catalogue, so that on a full disk people can still sign in, read and release:
 * its log grows some 4 MiB before a checkpoint, a backup copies it once.
 */
const RESERVE_BYTES = 256 * 2 ** 20;

/** Whether `bytes` more fit in `folder`'s file system beside the reserve; ask before an upload or a render, answer 507. */
export async function hasRoom(folder: string, bytes: number): Promise<boolean> {
  return (await freeBytes(folder)) - RESERVE_BYTES >= bytes;
}

/** What this user may still write there. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
