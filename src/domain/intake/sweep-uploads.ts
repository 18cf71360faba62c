import { eq } from 'drizzle-orm';
import { readClip } from './clip.store.ts';
import { stepTo } from './clip.ts';
import { clips, uploads } from './intake.table.ts';
import type { IntakeParts } from './receive-upload.ts';
import { listExpiredUploads, listOpenUploads, type Upload } from './upload.store.ts';

/**
 * Clears uploads that nobody went on with, and files without a row. A finished upload is never touched: its bytes are
 * the clip. Answers how many went.
 */
export async function sweepUploads(parts: IntakeParts): Promise<number> {
  const now = parts.clock.now();
  const expired = listExpiredUploads(parts.catalogue.rows, now);
  for (const upload of expired) {
    expire(parts, upload);
    await parts.uploadBytes.remove(upload.id);
  }
  const open = new Set(listOpenUploads(parts.catalogue.rows).map((upload) => upload.id));
  // An hour: a file is made a moment before its row.
  const older = await parts.uploadBytes.listOlder(new Date(now.getTime() - 3_600_000));
  const strays = older.filter((id) => !open.has(id));
  for (const id of strays) await parts.uploadBytes.remove(id);
  return expired.length + strays.length;
}

/** With somebody's name on it, it stays and says what happened; without, it never was a clip. */
function expire({ catalogue }: IntakeParts, upload: Upload): void {
  catalogue.change((change) => {
    const clip = readClip(change.rows, upload.clipId);
    change.rows.delete(uploads).where(eq(uploads.id, upload.id)).run();
    if (clip.beneficiaryId) {
      const code = 'clip.refused.neverCame';
      const refusal = JSON.stringify({
        code,
        user: code,
        tech: `${upload.offsetBytes} of ${upload.sizeBytes} bytes came`,
      });
      change.rows
        .update(clips)
        .set({ state: stepTo(clip.state, 'refused'), refusal })
        .where(eq(clips.id, clip.id))
        .run();
    } else change.rows.delete(clips).where(eq(clips.id, clip.id)).run();
    change.audit({ actor: 'system', act: 'upload.expire', subject: clip.id, detail: { upload: upload.id } });
  });
}
