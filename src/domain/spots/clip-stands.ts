import { and, count, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Rows } from '../../kernel/catalogue.ts';
import { beneficiaries } from '../consent/consent.table.ts';
import { clips, uploads } from '../intake/intake.table.ts';
import { spots } from './spots.table.ts';

/** Where a clip stands on the line, as its sender would say it. */
export const CLIP_STANDS = [
  'sending',
  'refused',
  'whoMissing',
  'consentMissing',
  'making',
  'draft',
  'inReview',
  'returned',
  'approved',
  'withdrawn',
] as const;
export type ClipStand = (typeof CLIP_STANDS)[number];

export interface StandingClip {
  readonly clipId: string;
  readonly stand: ClipStand;
  readonly spotId: string | null;
  readonly name: string | null;
  readonly village: string | null;
  readonly scheme: string | null;
  readonly number: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sentBytes: number | null;
  readonly hasPoster: boolean;
  /** Of a refused film: the message key of its refusal. */
  readonly refusedWith: string | null;
  readonly facts: string | null;
  readonly sentAt: string | null;
  readonly createdAt: string;
}

export interface StandQuery {
  readonly now: Date;
  readonly stands?: readonly ClipStand[] | undefined;
  /** Part of a name, village or number. */
  readonly text?: string | undefined;
  readonly limit: number;
}

// The newest consent decides, as in domain/consent; whether it covers cable is the reviewer's and the machine's question.
const consented = sql`coalesce((SELECT c.withdrawn_at IS NULL FROM consents c WHERE c.beneficiary_id = ${clips.beneficiaryId}
  ORDER BY c.given_on DESC, c.recorded_at DESC LIMIT 1), 0)`;

const stand = sql<ClipStand>`CASE
  WHEN ${clips.state} = 'refused' THEN 'refused'
  WHEN ${spots.state} = 'withdrawn' THEN 'withdrawn'
  WHEN ${clips.state} = 'arriving' THEN 'sending'
  WHEN ${clips.beneficiaryId} IS NULL THEN 'whoMissing'
  WHEN ${spots.state} IN ('inReview', 'returned', 'approved') THEN ${spots.state}
  WHEN NOT ${consented} THEN 'consentMissing'
  WHEN ${spots.id} IS NULL THEN 'making'
  ELSE ${spots.state} END`;

const WEEK_MS = 7 * 86_400_000;

// A refused film has done its work once another one of the same person came, or after a week with nobody's name on it.
const stillMatters = (now: Date) => sql`(${clips.state} <> 'refused'
  OR (${clips.beneficiaryId} IS NULL AND ${clips.createdAt} > ${new Date(now.getTime() - WEEK_MS).toISOString()})
  OR (${clips.beneficiaryId} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM clips later
    WHERE later.beneficiary_id = ${clips.beneficiaryId} AND later.created_at > ${clips.createdAt})))`;

// What needs the person, then what moves, then the rest; the newest first in each.
const rank = sql`CASE ${stand} WHEN 'returned' THEN 0 WHEN 'refused' THEN 0 WHEN 'draft' THEN 0 WHEN 'whoMissing' THEN 0
  WHEN 'consentMissing' THEN 0 WHEN 'sending' THEN 1 WHEN 'making' THEN 1 ELSE 2 END`;

/** The clips in reach with where they stand: what needs somebody first. */
export function listStandingClips(
  rows: Rows,
  by: { districts: readonly string[] },
  query: StandQuery,
): { clips: StandingClip[]; total: number } {
  const where = and(
    reach(by, query.now),
    query.stands && inArray(stand, [...query.stands]),
    query.text ? contains(query.text) : undefined,
  );
  const found = rows
    .select({
      clipId: clips.id,
      stand,
      spotId: spots.id,
      name: beneficiaries.name,
      village: beneficiaries.village,
      scheme: clips.scheme,
      number: clips.number,
      fileName: clips.fileName,
      sizeBytes: clips.originalBytes,
      sentBytes: uploads.offsetBytes,
      hasPoster: sql<boolean>`${clips.posterHash} IS NOT NULL`.mapWith(Boolean),
      refusedWith: sql<string | null>`${clips.refusal} ->> '$.user'`,
      facts: clips.facts,
      sentAt: spots.sentAt,
      createdAt: clips.createdAt,
    })
    .from(clips)
    .leftJoin(uploads, eq(uploads.clipId, clips.id))
    .leftJoin(spots, eq(spots.clipId, clips.id))
    .leftJoin(beneficiaries, eq(beneficiaries.id, clips.beneficiaryId))
    .where(where)
    .orderBy(rank, desc(clips.createdAt))
    .limit(query.limit)
    .all();
  const total = rows
    .select({ n: count() })
    .from(clips)
    .leftJoin(spots, eq(spots.clipId, clips.id))
    .leftJoin(beneficiaries, eq(beneficiaries.id, clips.beneficiaryId))
    .where(where)
    .get();
  return { clips: found, total: total?.n ?? 0 };
}

/** How many clips in reach stand where. */
export function countStandingClips(
  rows: Rows,
  by: { districts: readonly string[] },
  now: Date,
): ReadonlyMap<ClipStand, number> {
  const counted = rows
    .select({ stand, n: count() })
    .from(clips)
    .leftJoin(spots, eq(spots.clipId, clips.id))
    .where(reach(by, now))
    .groupBy(stand)
    .all();
  return new Map(counted.map((row) => [row.stand, row.n]));
}

function reach(by: { districts: readonly string[] }, now: Date): SQL | undefined {
  return and(inArray(clips.district, [...by.districts]), stillMatters(now));
}

function contains(text: string): SQL | undefined {
  const part = `%${text.replace(/[%_\\]/g, '\\$&')}%`;
  const columns = [beneficiaries.name, beneficiaries.village, clips.number, spots.number];
  return or(...columns.map((column) => sql`${column} LIKE ${part} ESCAPE '\\'`));
}
