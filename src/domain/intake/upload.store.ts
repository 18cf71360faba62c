import { and, eq, isNull, lt } from 'drizzle-orm';
import type { Rows } from '../../kernel/catalogue.ts';
import { isId } from '../../kernel/ids.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import type { Person } from '../accounts/index.ts';
import { uploads } from './intake.table.ts';

export type Upload = typeof uploads.$inferSelect;

/** The asker's own upload; anybody else's and an ill-formed id look like none (NotFoundError). */
export function findUpload(rows: Rows, by: Pick<Person, 'id'>, id: string): Upload {
  const row = isId(id)
    ? rows
        .select()
        .from(uploads)
        .where(and(eq(uploads.id, id), eq(uploads.personId, by.id)))
        .get()
    : undefined;
  if (!row) throw new NotFoundError('upload');
  return row;
}

export function readUpload(rows: Rows, id: string): Upload {
  const row = rows.select().from(uploads).where(eq(uploads.id, id)).get();
  if (!row) throw new NotFoundError('upload');
  return row;
}

export function findUploadOfClip(rows: Rows, clipId: string): Upload | undefined {
  return rows.select().from(uploads).where(eq(uploads.clipId, clipId)).get();
}

/** Uploads that never came whole and whose last day was before this instant; whole ones are films and stay. */
export function listExpiredUploads(rows: Rows, before: Date): Upload[] {
  return rows
    .select()
    .from(uploads)
    .where(
      and(
        isNull(uploads.finishedAt),
        lt(uploads.offsetBytes, uploads.sizeBytes),
        lt(uploads.expiresAt, before.toISOString()),
      ),
    )
    .all();
}

export function listOpenUploads(rows: Rows): Upload[] {
  return rows.select().from(uploads).where(isNull(uploads.finishedAt)).all();
}

/** Moves what is on the disk for certain; every byte puts the last day off. */
export function setOffset(rows: Rows, id: string, offsetBytes: number, expiresAt: Date): void {
  rows.update(uploads).set({ offsetBytes, expiresAt: expiresAt.toISOString() }).where(eq(uploads.id, id)).run();
}
