import { json } from 'node:stream/consumers';
import { z } from 'zod';
import type { BlobHash, BlobStore } from '../../kernel/blobs.ts';

const waveform = z.looseObject({ peaks: z.array(z.number()) });

// Some 240 strokes fill the strip on a desk; more only cost bytes.
const STROKES = 240;

/** The loudness of a clip in some 240 shares of 0–1; empty while there is none. */
export async function readPeaks(blobs: BlobStore, hash: BlobHash | undefined): Promise<number[]> {
  if (!hash) return [];
  const { peaks } = waveform.parse(await json(await blobs.read(hash)));
  const loudest = Math.max(1e-6, ...peaks);
  const size = Math.max(1, Math.ceil(peaks.length / STROKES));
  const groups = Array.from({ length: Math.ceil(peaks.length / size) }, (_, n) =>
    peaks.slice(n * size, (n + 1) * size),
  );
  return groups.map((group) => Math.max(...group) / loudest);
}
