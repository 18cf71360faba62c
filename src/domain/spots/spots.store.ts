import { and, desc, eq, inArray, lt, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Change, Rows } from '../../kernel/catalogue.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import type { SpotState } from './spot.ts';
import { type SpotDocument, spotDocument } from './spot-document.ts';
import { cuts, spotMakers, spotNumbers, spots, spotVersions } from './spots.table.ts';

type SpotRow = typeof spots.$inferSelect;
export type Cut = typeof cuts.$inferSelect;

/** A stretch of speech in the clip, in frames of it at 25 a second. */
export interface SpokenSpan {
  readonly fromFrame: number;
  readonly toFrame: number;
}

const storedSpans = z.array(z.tuple([z.number(), z.number()]));

export interface Spot extends Omit<SpotRow, 'document' | 'spoken' | 'seen'> {
  readonly document: SpotDocument;
  readonly spoken: readonly SpokenSpan[];
}

/** The spot if its district is one of the asker's; throws NotFoundError otherwise. */
export function getSpot(rows: Rows, asker: { districts: readonly string[] }, id: string): Spot {
  const spot = findSpot(rows, id);
  if (!spot || !asker.districts.includes(spot.district)) throw new NotFoundError('spot');
  return spot;
}

/** Without regard to who asks: for jobs and later domains. */
export function findSpot(rows: Rows, id: string): Spot | undefined {
  const row = rows.select().from(spots).where(eq(spots.id, id)).get();
  return row && toSpot(row);
}

export function findSpotOfClip(rows: Rows, clipId: string): Spot | undefined {
  const row = rows.select().from(spots).where(eq(spots.clipId, clipId)).get();
  return row && toSpot(row);
}

export interface SpotFilter {
  readonly states?: readonly SpotState[];
  readonly limit: number;
  /** The `changedAt` and id of the last one seen. */
  readonly after?: { readonly changedAt: string; readonly id: string };
}

/** Newest change first. */
export function listSpots(rows: Rows, asker: { districts: readonly string[] }, filter: SpotFilter): Spot[] {
  const { after, states } = filter;
  const where = and(
    inArray(spots.district, [...asker.districts]),
    states ? inArray(spots.state, [...states]) : undefined,
    after
      ? or(lt(spots.changedAt, after.changedAt), and(eq(spots.changedAt, after.changedAt), lt(spots.id, after.id)))
      : undefined,
  );
  return rows
    .select()
    .from(spots)
    .where(where)
    .orderBy(desc(spots.changedAt), desc(spots.id))
    .limit(filter.limit)
    .all()
    .map(toSpot);
}

export function listCuts(rows: Rows, spotId: string): Cut[] {
  return rows.select().from(cuts).where(eq(cuts.spotId, spotId)).orderBy(cuts.lengthFrames).all();
}

export function findCut(rows: Rows, cutId: string): Cut | undefined {
  return rows.select().from(cuts).where(eq(cuts.id, cutId)).get();
}

/** By the whole house number, or by its last 8 signs, which are unique too. */
export function findCutByHouse(rows: Rows, houseNumber: string): Cut | undefined {
  const exact = rows.select().from(cuts).where(eq(cuts.houseNumber, houseNumber)).get();
  if (exact || houseNumber.length !== 8) return exact;
  return rows
    .select()
    .from(cuts)
    .where(eq(sql`substr(${cuts.houseNumber}, -8)`, houseNumber))
    .get();
}

export function listBeneficiarySpots(rows: Rows, beneficiaryId: string): Spot[] {
  return rows.select().from(spots).where(eq(spots.beneficiaryId, beneficiaryId)).all().map(toSpot);
}

/** Everybody who had a hand in the document. */
export function listMakers(rows: Rows, spotId: string): string[] {
  const makers = rows.select({ id: spotMakers.personId }).from(spotMakers).where(eq(spotMakers.spotId, spotId)).all();
  return makers.map((maker) => maker.id);
}

/** Takes the next number of a series (`UJN`, or `*` for house numbers); gaps are never filled. */
export function takeNumber(change: Change, series: string): number {
  const next = (change.rows.select().from(spotNumbers).where(eq(spotNumbers.series, series)).get()?.last ?? 0) + 1;
  change.rows
    .insert(spotNumbers)
    .values({ series, last: next })
    .onConflictDoUpdate({ target: spotNumbers.series, set: { last: next } })
    .run();
  return next;
}

export function insertSpot(
  change: Change,
  spot: Omit<
    SpotRow,
    'id' | 'document' | 'spoken' | 'seen' | 'version' | 'createdAt' | 'changedAt' | 'sentBy' | 'sentAt'
  >,
  content: { document: SpotDocument; spoken: readonly SpokenSpan[] },
): string {
  const id = newId();
  const at = change.at.toISOString();
  const spoken = JSON.stringify(content.spoken.map((span) => [span.fromFrame, span.toFrame]));
  change.rows
    .insert(spots)
    .values({ ...spot, id, document: JSON.stringify(content.document), spoken, createdAt: at, changedAt: at })
    .run();
  return id;
}

/** Writes a new version of the document, keeps the old one, and remembers who made it. */
export function saveDocument(change: Change, spot: Spot, document: SpotDocument, by: string): number {
  const version = spot.version + 1;
  const at = change.at.toISOString();
  const old = {
    spotId: spot.id,
    version: spot.version,
    document: JSON.stringify(spot.document),
    madeBy: by,
    madeAt: at,
  };
  change.rows.insert(spotVersions).values(old).run();
  change.rows
    .update(spots)
    .set({ document: JSON.stringify(document), scheme: document.scheme, version, changedAt: at })
    .where(eq(spots.id, spot.id))
    .run();
  addMaker(change, spot.id, by);
  return version;
}

export function addMaker(change: Change, spotId: string, personId: string): void {
  change.rows.insert(spotMakers).values({ spotId, personId }).onConflictDoNothing().run();
}

export function setSpotState(
  change: Change,
  spotId: string,
  set: { state: SpotState; sentBy?: string | null; sentAt?: string | null; clipId?: string },
): void {
  change.rows
    .update(spots)
    .set({ ...set, changedAt: change.at.toISOString() })
    .where(eq(spots.id, spotId))
    .run();
}

function toSpot({ seen: _, ...row }: SpotRow): Spot {
  const spoken = storedSpans.parse(JSON.parse(row.spoken)).map(([fromFrame, toFrame]) => ({ fromFrame, toFrame }));
  return { ...row, spoken, document: spotDocument.parse(JSON.parse(row.document)) };
}
