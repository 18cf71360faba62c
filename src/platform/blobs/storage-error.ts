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
    const code = errorCode(cause);
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new StorageFullError('no room left for films', { cause });
    throw cause;
  }
}
