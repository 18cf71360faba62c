import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { eq } from 'drizzle-orm';
import { type BlobHash, parseBlobHash } from '../../kernel/blobs.ts';
import { findSameOriginal, readClip } from './clip.store.ts';
import { stepTo } from './clip.ts';
import { checkClipJob } from './intake.jobs.ts';
import { clips, uploads } from './intake.table.ts';
import type { IntakeParts } from './receive-upload.ts';
import { listOpenUploads, readUpload, type Upload } from './upload.store.ts';

/**
 * All bytes are here: hash → blob store → one commit with the clip (`checking`), the job that looks at it, and the
 * audit row. May be cut off anywhere and asked again; the second time it goes on from where it was.
 */
export async function finishUpload(parts: IntakeParts, id: string): Promise<void> {
  const upload = readUpload(parts.catalogue.rows, id);
  if (upload.finishedAt) return;
  const hash = await storeOriginal(parts, upload);
  parts.catalogue.change((change) => {
    const clip = readClip(change.rows, upload.clipId);
    const at = change.at.toISOString();
    change.rows.update(uploads).set({ finishedAt: at, offsetBytes: upload.sizeBytes }).where(eq(uploads.id, id)).run();
    change.rows
      .update(clips)
      .set({
        state: stepTo(clip.state, 'checking'),
        originalHash: hash,
        arrivedAt: at,
        duplicateOf: findSameOriginal(change.rows, clip, hash) ?? null,
      })
      .where(eq(clips.id, clip.id))
      .run();
    change.enqueue({ definition: checkClipJob, payload: { clipId: clip.id }, key: clip.id, subject: clip.id });
    change.audit({ actor: upload.personId, act: 'clip.arrive', subject: clip.id, detail: { sha256: hash } });
  });
  await parts.uploadBytes.remove(id);
}

/**
 * Before the service listens: finishes every upload whose last byte had come when it was stopped. One that cannot be
 * finished holds up no other; its sender hears of it when they ask.
 */
export async function finishArrivedUploads(parts: IntakeParts): Promise<{ finished: number; failed: unknown[] }> {
  const arrived = listOpenUploads(parts.catalogue.rows).filter((upload) => upload.offsetBytes === upload.sizeBytes);
  const ends = [];
  for (const { id } of arrived) ends.push(await finishUpload(parts, id).catch((cause: unknown) => ({ cause })));
  const failed = ends.flatMap((end) => (end ? [end.cause] : []));
  return { finished: arrived.length - failed.length, failed };
}

/** The hash stands in the row before the file moves, so that a kill between the two finds the film again. */
async function storeOriginal({ catalogue, blobs, uploadBytes }: IntakeParts, upload: Upload): Promise<BlobHash> {
  const size = await uploadBytes.size(upload.id);
  const known = upload.hash === null ? undefined : parseBlobHash(upload.hash);
  if (size === undefined) {
    if (known && (await blobs.stat(known))) return known;
    throw new Error(`upload ${upload.id}: its bytes are gone`);
  }
  if (size !== upload.sizeBytes) throw new Error(`upload ${upload.id}: ${size} of ${upload.sizeBytes} bytes`);
  const hash = known ?? (await hashOf(uploadBytes.path(upload.id)));
  catalogue.keep((rows) => rows.update(uploads).set({ hash }).where(eq(uploads.id, upload.id)).run());
  await blobs.putFile(uploadBytes.path(upload.id), hash);
  return hash;
}

async function hashOf(path: string): Promise<BlobHash> {
  const sha256 = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 2 ** 20 })) sha256.update(piece);
  const hash = parseBlobHash(sha256.digest('hex'));
  if (!hash) throw new Error('not a SHA-256');
  return hash;
}
