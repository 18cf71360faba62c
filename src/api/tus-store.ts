import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload as TusUpload } from '@tus/server';
import type { Person } from '../domain/accounts/index.ts';
import {
  appendUpload,
  beginUpload,
  dropUpload,
  findUpload,
  type IntakeParts,
  OffsetError,
  TooManyBytesError,
  UPLOAD_DAYS,
  type Upload,
  uploadMetadata,
} from '../domain/intake/index.ts';

const EXPIRATION_MS = UPLOAD_DAYS * 86_400_000;

/** One person's uploads as tus sees them: nobody else's exist. The domain keeps bytes and rows. */
export class PersonalTusStore extends DataStore {
  readonly #parts: IntakeParts;
  readonly #by: Person;
  /** The upload that this request opened. */
  created: Upload | undefined;

  constructor(parts: IntakeParts, by: Person) {
    super();
    this.#parts = parts;
    this.#by = by;
    this.extensions = ['creation', 'creation-with-upload', 'termination', 'expiration'];
  }

  override async create(file: TusUpload): Promise<TusUpload> {
    const metadata = uploadMetadata.parse(withoutNulls(file.metadata));
    const wanted = { id: file.id, sizeBytes: file.size ?? 0, metadata };
    this.created = await beginUpload(this.#parts, this.#by, wanted);
    file.creation_date = this.created.createdAt;
    return file;
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const upload = findUpload(this.#parts.catalogue.rows, this.#by, id);
    try {
      return await appendUpload(this.#parts, upload, offset, stream);
    } catch (cause) {
      if (cause instanceof OffsetError) throw ERRORS.INVALID_OFFSET;
      throw cause instanceof TooManyBytesError ? ERRORS.ERR_SIZE_EXCEEDED : cause;
    }
  }

  override async getUpload(id: string): Promise<TusUpload> {
    const upload = findUpload(this.#parts.catalogue.rows, this.#by, id);
    return new TusUpload({
      id,
      size: upload.sizeBytes,
      offset: upload.offsetBytes,
      metadata: JSON.parse(upload.metadata),
      // tus counts from the creation; our last day moves on with every byte.
      creation_date: new Date(Date.parse(upload.expiresAt) - EXPIRATION_MS).toISOString(),
    });
  }

  override async remove(id: string): Promise<void> {
    await dropUpload(this.#parts, this.#by, id);
  }

  override getExpiration(): number {
    return EXPIRATION_MS;
  }
}

function withoutNulls(metadata: TusUpload['metadata']): Record<string, string> {
  return Object.fromEntries(Object.entries(metadata ?? {}).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
