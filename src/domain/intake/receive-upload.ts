import { eq } from 'drizzle-orm';
import type { BlobStore } from '../../kernel/blobs.ts';
import { StorageFullError } from '../../kernel/blobs.ts';
import type { Catalogue } from '../../kernel/catalogue.ts';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { unwrap } from '../../kernel/refusal.ts';
import { type Person, reaches } from '../accounts/index.ts';
import { findBeneficiary, findConsent } from '../consent/index.ts';
import { findScheme } from '../directory/index.ts';
import { findClip, nextClipNumber } from './clip.store.ts';
import { clips, uploads } from './intake.table.ts';
import { findUpload, readUpload, setOffset, type Upload } from './upload.store.ts';
import { decideSize, UPLOAD_DAYS, type UploadMetadata } from './upload.ts';
import type { UploadBytes } from './upload-bytes.ts';

export interface IntakeParts {
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly blobs: BlobStore;
  readonly uploadBytes: UploadBytes;
  /** Whether so many bytes more fit beside the reserve. */
  readonly hasRoom: (bytes: number) => Promise<boolean>;
}

/**
 * Opens an upload with its clip (`arriving`) in the person's own district. Throws RefusalError on a size that the gate
 * would refuse, StorageFullError when the disk cannot hold it, NotFoundError on things out of reach.
 */
export async function beginUpload(
  parts: IntakeParts,
  by: Person,
  wanted: { readonly id?: string; readonly sizeBytes: number; readonly metadata: UploadMetadata },
): Promise<Upload> {
  const sizeBytes = unwrap(decideSize(wanted.sizeBytes));
  const metadata = resolveMetadata(parts, by, wanted.metadata);
  const district = chooseDistrict(by, metadata);
  // The finished file is moved into the blob store; on another file system, and while it is encoded, it stands twice.
  if (!(await parts.hasRoom(sizeBytes * 2))) throw new StorageFullError(`no room for ${sizeBytes} bytes`);
  const id = wanted.id ?? newId();
  await parts.uploadBytes.create(id);
  return insertUpload(parts, by, { id, sizeBytes, district, metadata, offsetBytes: 0 });
}

/**
 * A film that comes in one piece and says no size of its own (a form without script); `announcedBytes` bounds it.
 * Answers the upload with all its bytes, ready to be finished; a broken line leaves nothing. Throws as beginUpload does.
 */
export async function takeWholeFilm(
  parts: IntakeParts,
  by: Person,
  wanted: { readonly announcedBytes: number; readonly metadata: UploadMetadata },
  pieces: AsyncIterable<Uint8Array>,
): Promise<Upload> {
  const room = unwrap(decideSize(wanted.announcedBytes));
  const metadata = resolveMetadata(parts, by, wanted.metadata);
  const district = chooseDistrict(by, metadata);
  if (!(await parts.hasRoom(room * 2))) throw new StorageFullError(`no room for ${room} bytes`);
  const id = newId();
  await parts.uploadBytes.create(id);
  try {
    const row = { mayBegin: () => undefined, acknowledge: () => undefined };
    const offsetBytes = await parts.uploadBytes.append(id, { offset: 0, room }, pieces, row);
    const sizeBytes = unwrap(decideSize(offsetBytes));
    return insertUpload(parts, by, { id, sizeBytes, district, metadata, offsetBytes });
  } catch (cause) {
    await parts.uploadBytes.remove(id);
    throw cause;
  }
}

interface NewUpload extends Pick<Upload, 'id' | 'sizeBytes' | 'offsetBytes'> {
  readonly district: string;
  readonly metadata: UploadMetadata;
}

function insertUpload({ catalogue }: IntakeParts, by: Person, wanted: NewUpload): Upload {
  return catalogue.change((change) => {
    const { id, sizeBytes, district, metadata, offsetBytes } = wanted;
    const at = change.at.toISOString();
    const clip = {
      id: newId(),
      district,
      number: nextClipNumber(change.rows, district),
      state: 'arriving' as const,
      originalBytes: sizeBytes,
      fileName: metadata.filename,
      uploadedBy: by.id,
      beneficiaryId: metadata.beneficiary ?? null,
      scheme: metadata.scheme ?? null,
      createdAt: at,
    };
    change.rows.insert(clips).values(clip).run();
    const upload = {
      ...{ id, sizeBytes, offsetBytes, clipId: clip.id, personId: by.id, metadata: JSON.stringify(metadata) },
      ...{ createdAt: at, expiresAt: lastInstant(change.at).toISOString() },
    };
    change.audit({ actor: by.id, act: 'upload.begin', subject: clip.id, detail: { upload: id, bytes: sizeBytes } });
    return change.rows.insert(uploads).values(upload).returning().get();
  });
}

/** Takes bytes behind `offset`; answers the offset that is on the disk for certain. A broken line keeps what came. */
export async function appendUpload(
  { catalogue, clock, uploadBytes }: IntakeParts,
  upload: Upload,
  offset: number,
  pieces: AsyncIterable<Uint8Array>,
): Promise<number> {
  const room = upload.sizeBytes - offset;
  const mayBegin = () => {
    // An older request may have secured its last bytes since this one asked.
    if (readUpload(catalogue.rows, upload.id).offsetBytes !== offset) throw new OffsetError('not where it ended');
  };
  const acknowledge = (sure: number) =>
    catalogue.keep((rows) => setOffset(rows, upload.id, sure, lastInstant(clock.now())));
  return uploadBytes.append(upload.id, { offset, room }, pieces, { mayBegin, acknowledge });
}

/** The bytes offered do not follow the ones that are here. */
export class OffsetError extends Error {
  override readonly name = 'OffsetError';
}

/** The person changed their mind: the bytes and the clip, which was nothing yet, go. A finished upload stays. */
export async function dropUpload({ catalogue, uploadBytes }: IntakeParts, by: Person, id: string): Promise<void> {
  const upload = findUpload(catalogue.rows, by, id);
  if (upload.finishedAt) throw new NotFoundError('upload');
  catalogue.change((change) => {
    change.rows.delete(uploads).where(eq(uploads.id, id)).run();
    change.rows.delete(clips).where(eq(clips.id, upload.clipId)).run();
    change.audit({ actor: by.id, act: 'upload.drop', subject: upload.clipId, detail: { upload: id } });
  });
  await uploadBytes.remove(id);
}

function chooseDistrict(by: Person, { district }: UploadMetadata): string {
  const wanted = district ?? (by.districts.length === 1 ? by.districts[0] : undefined);
  if (!wanted || !reaches(by, wanted)) throw new NotFoundError('district');
  return wanted;
}

/** The metadata with what it refers to looked up: the person of a refused clip, a known beneficiary, a scheme. */
function resolveMetadata({ catalogue }: IntakeParts, by: Person, metadata: UploadMetadata): UploadMetadata {
  const { scheme, again, consent } = metadata;
  const before = again ? findClip(catalogue.rows, by, again) : undefined;
  const given = consent ? findConsent(catalogue.rows, by, consent) : undefined;
  const beneficiary = metadata.beneficiary ?? given?.beneficiaryId ?? before?.beneficiaryId ?? undefined;
  if (given && given.beneficiaryId !== beneficiary) throw new NotFoundError('consent');
  const who = beneficiary ? findBeneficiary(catalogue.rows, by, beneficiary) : undefined;
  if (scheme && !findScheme(catalogue.rows, scheme)) throw new NotFoundError('scheme');
  const district = metadata.district ?? before?.district;
  return { ...metadata, district, beneficiary, scheme: scheme ?? before?.scheme ?? who?.scheme ?? undefined };
}

function lastInstant(at: Date): Date {
  return new Date(at.getTime() + UPLOAD_DAYS * 86_400_000);
}
