import { StorageFullError } from '../../kernel/blobs.ts';

/** The `code` of a system error (`ENOENT`), or undefined. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Runs work that writes; a full disk or a used-up quota comes out as StorageFullError. */
export async function sayWhenFull<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (saysFull(cause)) throw new StorageFullError('no room left for films', { cause });
    throw cause;
  }
}

/** Whether an error means "no room": from the file system, from a quota, or from the catalogue's own file. */
export function saysFull(error: unknown): boolean {
  if (error instanceof StorageFullError) return true;
  return ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(errorCode(error) ?? '');
}
