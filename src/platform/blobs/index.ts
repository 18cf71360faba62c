import { join } from 'node:path';
import type { BlobStore } from '../../kernel/blobs.ts';
import type { Config } from '../config.ts';
import { createDiskBlobs } from './disk-blobs.ts';
import { createS3Blobs, openS3 } from './s3-blobs.ts';

/** The store that the settings name; the S3 one keeps its checked-out copies under the data folder. */
export function chooseBlobs(blobs: Config['blobs'], dataDir: string): BlobStore {
  if (blobs.kind === 'disk') return createDiskBlobs(join(dataDir, 'blobs'));
  return createS3Blobs({ ...openS3(blobs), cacheDir: join(dataDir, 'blob-cache') });
}
