import { join } from 'node:path';
import { readLook } from '../../engine/graphics/look.ts';
import { changeLook, type LookChange } from '../../engine/graphics/look-change.ts';
import type { LookName } from '../../engine/graphics/look-names.ts';
import { missingMark } from '../../engine/graphics/mark-picture.ts';
import { type MendedColour, type ReadableLook, readableLook } from '../../engine/graphics/readable-look.ts';
import { type BlobHash, BlobMissingError, type BlobStore, parseBlobHash } from '../../kernel/blobs.ts';
import type { Catalogue } from '../../kernel/catalogue.ts';
import { RefusalError } from '../../kernel/refusal.ts';
import { standingChange } from './look.store.ts';

export interface LookParts {
  readonly catalogue: Catalogue;
  readonly blobs: BlobStore;
  readonly projectRoot: string;
}

/** A look as films of a place have it. */
export interface StandingLook extends ReadableLook {
  readonly mended: readonly MendedColour[];
  readonly department: { readonly hi: string; readonly en: string };
}

/**
 * The look that ships with what the state and the place's office have changed in it. Throws RefusalError when a mark that
 * was chosen is no longer there: nobody would notice on air that another one stands in its place.
 */
export async function readStandingLook(parts: LookParts, look: LookName, place: string): Promise<StandingLook> {
  return dressLook(parts, look, standingChange(parts.catalogue.rows, look, place));
}

/** The same with a change that stands nowhere yet; `change` has everything that is changed, the department's name too. */
export async function dressLook(
  { blobs, projectRoot }: Pick<LookParts, 'blobs' | 'projectRoot'>,
  look: LookName,
  change: LookChange,
): Promise<StandingLook> {
  const shipped = await readLook(join(projectRoot, 'watermarks', look));
  const mark = parseBlobHash(change.mark ?? '');
  const picture = mark && (await readMark(blobs, mark, look));
  const { hi, en } = change.department;
  if (hi === undefined || en === undefined) throw new Error(`look ${look}: whose films they are is not said`);
  return { ...readableLook(changeLook(shipped, change, picture)), department: { hi, en } };
}

/** In base64, as a look carries it. */
async function readMark(blobs: BlobStore, mark: BlobHash, look: LookName): Promise<string> {
  try {
    const pieces: Uint8Array[] = [];
    for await (const piece of await blobs.read(mark)) pieces.push(piece);
    return Buffer.concat(pieces).toString('base64');
  } catch (error) {
    if (!(error instanceof BlobMissingError)) throw error;
    throw new RefusalError(missingMark(look, mark.slice(0, 8)));
  }
}
