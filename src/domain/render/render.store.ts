import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { withCleanFiles } from '../../engine/film/preset-variants.ts';
import { NOT_MEASURED } from '../../engine/qc/qc-report.ts';
import { type BlobHash, parseBlobHash } from '../../kernel/blobs.ts';
import type { Rows } from '../../kernel/catalogue.ts';
import { listOperators } from '../directory/index.ts';
import type { FilmFacts } from '../review/index.ts';
import { cutSidecars, deliverables } from './render.table.ts';

export type SidecarKind = 'poster' | 'srt' | 'vtt';

// A number that JSON can't hold (an endless one) is stored as null.
const value = z.union([z.string(), z.number(), z.null().transform(() => NOT_MEASURED)]);
const storedCheck = z.looseObject({
  id: z.string(),
  measured: value,
  limit: value,
  passed: z.boolean().nullable(),
  at: z.number().optional(),
  thumbnail: z.string().startsWith('data:image/jpeg;base64,').optional(),
});
const storedQc = z.object({ passed: z.boolean(), checks: z.array(storedCheck) });
export type StoredQc = z.infer<typeof storedQc>;

export interface Deliverable extends Omit<typeof deliverables.$inferSelect, 'qc' | 'blob'> {
  readonly blob: BlobHash;
  readonly qc: StoredQc;
}

/** Every film of these cuts, whether it passed or not. */
export function listDeliverables(rows: Rows, cutIds: readonly string[]): Deliverable[] {
  return rows
    .select()
    .from(deliverables)
    .where(inArray(deliverables.cutId, [...cutIds]))
    .orderBy(deliverables.preset)
    .all()
    .map(toDeliverable);
}

/** What the review needs to know of the films (review/ApproveParts). */
export function listReviewFilms(rows: Rows, cutIds: readonly string[]): FilmFacts[] {
  return listDeliverables(rows, cutIds).map(({ cutId, preset, blob, qcPassed }) => ({ cutId, preset, blob, qcPassed }));
}

/** Always made: for the reviewer's own eyes. */
const REVIEW_PRESET = 'web';

/** The presets that a cut of this district is made in: those that its operators' machines play, and one to look at. */
export function listPresets(rows: Rows, district: string): string[] {
  const wanted = listOperators(rows, [district]).flatMap((operator) => operator.settings.delivery);
  return [...new Set([REVIEW_PRESET, ...withCleanFiles(wanted)])].sort();
}

export function findSidecar(rows: Rows, cutId: string, kind: SidecarKind): BlobHash | undefined {
  const row = rows
    .select()
    .from(cutSidecars)
    .where(and(eq(cutSidecars.cutId, cutId), eq(cutSidecars.kind, kind)))
    .get();
  return row && parseBlobHash(row.blob);
}

function toDeliverable(row: typeof deliverables.$inferSelect): Deliverable {
  const blob = parseBlobHash(row.blob);
  if (!blob) throw new Error(`deliverable ${row.cutId} ${row.preset} names no blob`);
  return { ...row, blob, qc: storedQc.parse(JSON.parse(row.qc)) };
}
