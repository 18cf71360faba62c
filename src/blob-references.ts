import type { BlobReference } from './kernel/blobs.ts';

/**
 * Every column that names a blob: `fsck` proves that what it names is there. Checked by test/contract/blob-references.test.ts:
 * a new column named like a blob stands here or, with its reason, there.
 */
export const blobReferences: readonly BlobReference[] = [
  { table: 'consents', column: 'evidence_hash' },
  { table: 'clips', column: 'original_hash' },
  { table: 'clips', column: 'poster_hash' },
  { table: 'clips', column: 'proxy_hash' },
  { table: 'clips', column: 'waveform_hash' },
  { table: 'approved_films', column: 'blob' },
  { table: 'deliverables', column: 'blob' },
  { table: 'cut_sidecars', column: 'blob' },
  { table: 'as_runs', column: 'blob' },
  { table: 'look_versions', column: 'mark_blob' },
  { table: 'look_marks', column: 'blob' },
];
