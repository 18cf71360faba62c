import { join } from 'node:path';
import { readLook } from '../../engine/graphics/look.ts';
import { changedNames, type LookChange, NO_CHANGE, ownChange } from '../../engine/graphics/look-change.ts';
import type { LookName } from '../../engine/graphics/look-names.ts';
import { MARK_MAX_BYTES, recodeMark } from '../../engine/graphics/mark-picture.ts';
import { type BlobHash, type BlobStore, parseBlobHash } from '../../kernel/blobs.ts';
import type { Catalogue, Rows } from '../../kernel/catalogue.ts';
import { StaleVersionError } from '../../kernel/etag.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { allow, type Decision } from '../../kernel/refusal.ts';
import { changeBelow, findOwnLook, isKeptMark, listLookVersions } from './look.store.ts';
import { lookMarks, lookVersions } from './look.table.ts';

interface Parts {
  readonly catalogue: Catalogue;
  readonly projectRoot: string;
}

export interface LookOf {
  readonly look: LookName;
  /** STATE, or a district's code. */
  readonly place: string;
}

interface Maker {
  readonly id: string;
}

/**
 * Keeps what `wished` differs in from what stands below, as the place's next version, if nobody saved another since `version`
 * (StaleVersionError otherwise). Films that are made keep their bytes; what is made from now on has the new look.
 */
export async function saveLook(
  { catalogue, projectRoot }: Parts,
  by: Maker,
  { look, place, version, wished }: LookOf & { readonly version: number; readonly wished: LookChange },
): Promise<number> {
  const shipped = await readLook(join(projectRoot, 'watermarks', look));
  const hash = parseBlobHash(wished.mark ?? '');
  if (hash && !isKeptMark(catalogue.rows, hash)) throw new NotFoundError('mark');
  const own = ownChange(wished, changeBelow(catalogue.rows, look, place), shipped);
  return putVersion(catalogue, by, { look, place, version, own, act: 'look.edit' });
}

/** Brings back an earlier version as the newest one; 0 is the look as it ships (or as the state has it). */
export function restoreLook(
  { catalogue }: Pick<Parts, 'catalogue'>,
  by: Maker,
  { look, place, version, to }: LookOf & { readonly version: number; readonly to: number },
): number {
  const own = to === 0 ? NO_CHANGE : versionNumbered(catalogue.rows, { look, place }, to);
  return putVersion(catalogue, by, { look, place, version, own, act: 'look.restore' });
}

/** Looks at what was handed in as a mark, and keeps it under its hash, drawn anew. Refuses what is none. */
export async function keepMark(
  { catalogue, blobs }: { readonly catalogue: Catalogue; readonly blobs: BlobStore },
  by: Maker,
  pieces: AsyncIterable<Uint8Array>,
): Promise<Decision<BlobHash>> {
  const held: Uint8Array[] = [];
  let size = 0;
  // Read to its end also when it is too long: the form goes on behind it.
  for await (const piece of pieces) {
    if (size <= MARK_MAX_BYTES) held.push(piece);
    size += piece.byteLength;
  }
  const mark = await recodeMark(Buffer.concat(held));
  if (!mark.ok) return mark;
  const { hash } = await blobs.putBytes(mark.value.png);
  catalogue.change(({ rows, at, audit }) => {
    rows.insert(lookMarks).values({ blob: hash, keptBy: by.id, keptAt: at.toISOString() }).onConflictDoNothing().run();
    audit({ actor: by.id, act: 'look.mark', subject: 'look.marks', detail: { blob: hash } });
  });
  return allow(hash);
}

function versionNumbered(rows: Rows, { look, place }: LookOf, version: number): LookChange {
  const found = listLookVersions(rows, { look, place, limit: Number.MAX_SAFE_INTEGER }).find(
    (one) => one.version === version,
  );
  if (!found) throw new NotFoundError('look version');
  return found.change;
}

interface Version extends LookOf {
  /** The one that was read. */
  readonly version: number;
  readonly own: LookChange;
  readonly act: 'look.edit' | 'look.restore';
}

/** A version that says what stands already is none. */
function putVersion(catalogue: Catalogue, by: Maker, wish: Version): number {
  const { look, place, version, own, act } = wish;
  if (changedSince(catalogue.rows, wish).length === 0) return version;
  return catalogue.change((change) => {
    const changed = changedSince(change.rows, wish).join(' ');
    const next = version + 1;
    change.rows
      .insert(lookVersions)
      .values({
        ...{ look, place, version: next, data: JSON.stringify(own), markBlob: parseBlobHash(own.mark ?? '') ?? null },
        ...{ madeBy: by.id, madeAt: change.at.toISOString() },
      })
      .run();
    change.audit({ actor: by.id, act, subject: `look.${look}.${place}`, detail: { version: next, changed } });
    return next;
  });
}

function changedSince(rows: Rows, { look, place, version, own }: Version): string[] {
  const before = findOwnLook(rows, look, place);
  if (before.version !== version) throw new StaleVersionError(before.version);
  return changedNames(before.change, own);
}
