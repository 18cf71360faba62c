import { once } from 'node:events';

/** Writes a long answer to stdout piece by piece, waiting while the reader is slower than we are. */
export async function streamAnswer(pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
  }
}
