import { and, desc, eq, inArray, like, lt, or, type SQL, sql } from 'drizzle-orm';
import { type BlobHash, parseBlobHash } from '../../kernel/blobs.ts';
import type { Rows } from '../../kernel/catalogue.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Person } from '../accounts/index.ts';
import { beneficiaries } from '../consent/consent.table.ts';
import { type ClipState, formatClipNumber, parseStoredRefusal } from './clip.ts';
import { type ClipFacts, parseClipFacts } from './clip-facts.ts';
import { clips } from './intake.table.ts';

type ClipRow = typeof clips.$inferSelect;

/** A raw film with all that is known of it. */
export interface Clip
  extends Omit<ClipRow, 'facts' | 'refusal' | 'originalHash' | 'posterHash' | 'proxyHash' | 'waveformHash'> {
  readonly state: ClipState;
  readonly facts: ClipFacts | undefined;
  readonly refusal: Refusal | undefined;
  readonly originalHash: BlobHash | undefined;
  readonly posterHash: BlobHash | undefined;
  readonly proxyHash: BlobHash | undefined;
  readonly waveformHash: BlobHash | undefined;
}

/** A clip in the person's reach; NotFoundError otherwise. */
export function findClip(rows: Rows, by: Pick<Person, 'districts'>, id: string): Clip {
  const row = rows
    .select()
    .from(clips)
    .where(and(eq(clips.id, id), inArray(clips.district, [...by.districts])))
    .get();
  if (!row) throw new NotFoundError('clip');
  return toClip(row);
}

/** A clip whoever asks: for jobs and later domains that have checked the reach of their own thing. */
export function readClip(rows: Rows, id: string): Clip {
  const row = rows.select().from(clips).where(eq(clips.id, id)).get();
  if (!row) throw new NotFoundError('clip');
  return toClip(row);
}

export interface ClipQuery {
  /** Part of a name, village or number. */
  readonly text?: string | undefined;
  readonly states?: readonly ClipState[] | undefined;
  /** Ids to stay within; for filters that a later domain decides. */
  readonly ids?: readonly string[] | undefined;
  /** Goes on after this one: the last page's `next`. */
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The clips in reach, newest first, with the cursor of the next page. */
export function listClips(
  rows: Rows,
  by: Pick<Person, 'districts'>,
  query: ClipQuery,
): { clips: Clip[]; next?: string } {
  const found = rows
    .select({ clip: clips })
    .from(clips)
    .leftJoin(beneficiaries, eq(beneficiaries.id, clips.beneficiaryId))
    .where(and(...conditions(by, query)))
    .orderBy(desc(clips.createdAt), desc(clips.id))
    .limit(query.limit + 1)
    .all()
    .map(({ clip }) => toClip(clip));
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  return found.length > query.limit && last ? { clips: page, next: `${last.createdAt}_${last.id}` } : { clips: page };
}

function conditions(by: Pick<Person, 'districts'>, { text, states, ids, cursor }: ClipQuery): (SQL | undefined)[] {
  const [at = '', id = ''] = cursor?.split('_') ?? [];
  const part = `%${(text ?? '').replace(/[%_\\]/g, '\\$&')}%`;
  const within = (column: typeof clips.number | typeof beneficiaries.name | typeof beneficiaries.village) =>
    sql`${column} LIKE ${part} ESCAPE '\\'`;
  return [
    inArray(clips.district, [...by.districts]),
    states && inArray(clips.state, [...states]),
    ids && inArray(clips.id, [...ids]),
    text ? or(within(clips.number), within(beneficiaries.name), within(beneficiaries.village)) : undefined,
    cursor ? or(lt(clips.createdAt, at), and(eq(clips.createdAt, at), lt(clips.id, id))) : undefined,
  ];
}

/** The next free number of a district; call it inside the change that uses it. */
export function nextClipNumber(rows: Rows, district: string): string {
  const last = rows
    .select({ serial: sql<number | null>`max(cast(substr(${clips.number}, 6) AS INTEGER))` })
    .from(clips)
    .where(like(clips.number, `${district}-K%`))
    .get();
  return formatClipNumber(district, (last?.serial ?? 0) + 1);
}

/** The oldest other clip of a district with the same bytes. */
export function findSameOriginal(
  rows: Rows,
  clip: { id: string; district: string },
  hash: BlobHash,
): string | undefined {
  return rows
    .select({ id: clips.id })
    .from(clips)
    .where(and(eq(clips.originalHash, hash), eq(clips.district, clip.district), sql`${clips.id} <> ${clip.id}`))
    .orderBy(clips.createdAt)
    .limit(1)
    .get()?.id;
}

function toClip(row: ClipRow): Clip {
  return {
    ...row,
    facts: row.facts === null ? undefined : parseClipFacts(row.facts),
    refusal: row.refusal === null ? undefined : parseStoredRefusal(row.refusal),
    originalHash: toHash(row.originalHash),
    posterHash: toHash(row.posterHash),
    proxyHash: toHash(row.proxyHash),
    waveformHash: toHash(row.waveformHash),
  };
}

function toHash(text: string | null): BlobHash | undefined {
  return text === null ? undefined : parseBlobHash(text);
}
