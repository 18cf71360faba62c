import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isId } from '../../kernel/ids.ts';

// How much may be lost to a kill between two acknowledgements: some seconds of a phone's line.
const CHECKPOINT_BYTES = 4 * 2 ** 20;

/** How the bytes keep in step with their row. */
interface UploadRow {
  /** Asked when it is this writer's turn; throws to let it write nothing. */
  mayBegin(): void;
  /** Called with an offset only when every byte before it is on the disk. */
  acknowledge(offset: number): void;
}

/** Bytes of films on their way, one file each, in a folder of their own. */
export interface UploadBytes {
  path(id: string): string;
  create(id: string): Promise<void>;
  /**
   * Writes behind `offset`, cutting off what a killed process left unacknowledged there; one writer of an upload at a
   * time. Ends where the stream ends or breaks; throws TooManyBytesError beyond `room`.
   */
  append(
    id: string,
    from: { offset: number; room: number },
    pieces: AsyncIterable<Uint8Array>,
    row: UploadRow,
  ): Promise<number>;
  /** undefined when there is no such file. */
  size(id: string): Promise<number | undefined>;
  remove(id: string): Promise<void>;
  /** Files that nobody has written since. */
  listOlder(before: Date): Promise<string[]>;
}

export function createUploadBytes(folder: string): UploadBytes {
  const writers = new Map<string, Promise<unknown>>();
  const inTurn = <T>(id: string, work: () => Promise<T>): Promise<T> => {
    const mine = (writers.get(id) ?? Promise.resolve()).then(work, work);
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    writers.set(id, settled);
    settled.then(() => writers.get(id) === settled && writers.delete(id));
    return mine;
  };
  const path = (id: string) => {
    if (!isId(id)) throw new RangeError('not an upload id');
    return join(folder, `${id}.part`);
  };
  return {
    path,
    async create(id) {
      await mkdir(folder, { recursive: true });
      const handle = await open(path(id), 'wx');
      await handle.sync().finally(() => handle.close());
      await syncFolder(folder);
    },
    append: (id, from, pieces, row) => inTurn(id, () => appendPieces(path(id), from, pieces, row)),
    size: async (id) => (await ifThere(stat(path(id))))?.size,
    remove: (id) => rm(path(id), { force: true }),
    async listOlder(before) {
      const ids: string[] = [];
      for (const name of (await ifThere(readdir(folder))) ?? []) {
        const id = name.replace(/\.part$/, '');
        const found = isId(id) ? await ifThere(stat(path(id))) : undefined;
        if (found && found.mtime < before) ids.push(id);
      }
      return ids;
    },
  };
}

async function appendPieces(
  path: string,
  from: { offset: number; room: number },
  pieces: AsyncIterable<Uint8Array>,
  row: UploadRow,
): Promise<number> {
  row.mayBegin();
  const handle = await open(path, 'r+');
  try {
    const { size } = await handle.stat();
    if (size < from.offset) throw new Error(`acknowledged bytes are gone: ${size} of ${from.offset}`);
    await handle.truncate(from.offset);
    let [offset, sure] = [from.offset, from.offset];
    const secure = async () => {
      if (offset === sure) return;
      await handle.datasync();
      sure = offset;
      row.acknowledge(sure);
    };
    try {
      for await (const piece of pieces) {
        if (offset + piece.byteLength > from.offset + from.room) throw new TooManyBytesError();
        await writeAll(handle, piece, offset);
        offset += piece.byteLength;
        if (offset - sure >= CHECKPOINT_BYTES) await secure();
      }
    } finally {
      // A broken line is no error of the bytes that came: they count.
      await secure();
    }
    return offset;
  } finally {
    await handle.close();
  }
}

/** More bytes than the upload was announced with. */
export class TooManyBytesError extends Error {
  override readonly name = 'TooManyBytesError';
}

async function writeAll(handle: Awaited<ReturnType<typeof open>>, piece: Uint8Array, at: number): Promise<void> {
  let written = 0;
  while (written < piece.byteLength) {
    const { bytesWritten } = await handle.write(piece, written, piece.byteLength - written, at + written);
    written += bytesWritten;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

async function ifThere<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
}
