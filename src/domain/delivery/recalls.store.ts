import { and, asc, count, desc, eq, inArray, isNull, lt, or } from 'drizzle-orm';
import type { Catalogue, Change, Rows } from '../../kernel/catalogue.ts';
import { NotFoundError } from '../../kernel/not-found.ts';
import { operators } from '../directory/directory.table.ts';
import { cuts, spots } from '../spots/spots.table.ts';
import { recallNotices, recalls } from './delivery.table.ts';

export type Recall = typeof recalls.$inferSelect & {
  readonly house: string;
  readonly spotId: string;
  readonly district: string;
};
export type RecallNotice = typeof recallNotices.$inferSelect;

const shown = {
  id: recalls.id,
  cutId: recalls.cutId,
  cause: recalls.cause,
  reason: recalls.reason,
  byPerson: recalls.byPerson,
  madeAt: recalls.madeAt,
  ground: recalls.ground,
  liftedAt: recalls.liftedAt,
  liftedBy: recalls.liftedBy,
  house: cuts.houseNumber,
  spotId: cuts.spotId,
  district: spots.district,
};

function selectRecalls(rows: Rows) {
  return rows
    .select(shown)
    .from(recalls)
    .innerJoin(cuts, eq(cuts.id, recalls.cutId))
    .innerJoin(spots, eq(spots.id, cuts.spotId));
}

const withHouse = <T extends { house: string | null }>(row: T) => ({ ...row, house: row.house ?? '' });

export interface RecallFilter {
  readonly limit?: number;
  /** `madeAt` and id of the last one seen. */
  readonly after?: { readonly madeAt: string; readonly id: string };
}

/** Recalls of spots of these districts, newest first, lifted ones too. */
export function listRecalls(
  rows: Rows,
  asker: { districts: readonly string[] },
  { limit = 10_000, after }: RecallFilter = {},
): Recall[] {
  const older =
    after && or(lt(recalls.madeAt, after.madeAt), and(eq(recalls.madeAt, after.madeAt), lt(recalls.id, after.id)));
  return selectRecalls(rows)
    .where(and(inArray(spots.district, [...asker.districts]), older))
    .orderBy(desc(recalls.madeAt), desc(recalls.id))
    .limit(limit)
    .all()
    .map(withHouse);
}

/** The recall, if its spot's district is one of the asker's; throws NotFoundError otherwise. */
export function getRecall(rows: Rows, asker: { districts: readonly string[] }, id: string): Recall {
  const found = selectRecalls(rows).where(eq(recalls.id, id)).get();
  if (!found || !asker.districts.includes(found.district)) throw new NotFoundError('recall');
  return withHouse(found);
}

/** The one that stands. */
export function findRecallOfCut(rows: Rows, cutId: string): Recall | undefined {
  const found = selectRecalls(rows)
    .where(and(eq(recalls.cutId, cutId), isNull(recalls.liftedAt)))
    .get();
  return found && withHouse(found);
}

/** The recall stands no more: lifted by a person, or given way to a withdrawal (`system`). Only the department's own. */
export function closeRecall(change: Change, id: string, by: string): void {
  const set = { liftedAt: change.at.toISOString(), liftedBy: by };
  change.rows.update(recalls).set(set).where(eq(recalls.id, id)).run();
}

/** Every operator's answer to a recall, with its name, district and telephone. */
export function listNotices(rows: Rows, recallId: string) {
  return rows
    .select({ notice: recallNotices, operator: operators })
    .from(recallNotices)
    .innerJoin(operators, eq(operators.id, recallNotices.operatorId))
    .where(eq(recallNotices.recallId, recallId))
    .orderBy(asc(operators.name))
    .all();
}

/** Answers that still wait on standing recalls of these districts' spots. */
export function countOpenNotices(rows: Rows, asker: { districts: readonly string[] }): number {
  const open = and(
    isNull(recallNotices.ackedAt),
    isNull(recalls.liftedAt),
    inArray(spots.district, [...asker.districts]),
  );
  const found = rows
    .select({ n: count() })
    .from(recallNotices)
    .innerJoin(recalls, eq(recalls.id, recallNotices.recallId))
    .innerJoin(cuts, eq(cuts.id, recalls.cutId))
    .innerJoin(spots, eq(spots.id, cuts.spotId))
    .where(open)
    .get();
  return found?.n ?? 0;
}

/** What one operator must take off its machines, oldest first; acknowledged ones too, lifted ones not. */
export function listRecallsOf(rows: Rows, operatorId: string): (Recall & { readonly notice: RecallNotice })[] {
  return rows
    .select({ ...shown, notice: recallNotices })
    .from(recallNotices)
    .innerJoin(recalls, eq(recalls.id, recallNotices.recallId))
    .innerJoin(cuts, eq(cuts.id, recalls.cutId))
    .innerJoin(spots, eq(spots.id, cuts.spotId))
    .where(and(eq(recallNotices.operatorId, operatorId), isNull(recalls.liftedAt)))
    .orderBy(asc(recalls.madeAt), asc(recalls.id))
    .all()
    .map(withHouse);
}

/** The operator's page or machine has shown them. */
export function markRecallsSeen({ catalogue }: { readonly catalogue: Catalogue }, operatorId: string, at: Date): void {
  const unseen = and(eq(recallNotices.operatorId, operatorId), isNull(recallNotices.seenAt));
  const waits = catalogue.rows.select({ id: recallNotices.recallId }).from(recallNotices).where(unseen).get();
  if (waits) catalogue.keep((rows) => rows.update(recallNotices).set({ seenAt: at.toISOString() }).where(unseen).run());
}

/** "Removed": said once; saying it again changes nothing. Throws NotFoundError for another operator's recall. */
export function acknowledgeRecall(
  { catalogue }: { readonly catalogue: Catalogue },
  by: { readonly operatorId: string; readonly actor: string },
  recallId: string,
): void {
  const mine = and(eq(recallNotices.recallId, recallId), eq(recallNotices.operatorId, by.operatorId));
  const notice = catalogue.rows.select().from(recallNotices).where(mine).get();
  if (!notice) throw new NotFoundError('recall');
  if (notice.ackedAt) return;
  catalogue.change(({ rows, at, audit }) => {
    const stamp = at.toISOString();
    rows
      .update(recallNotices)
      .set({ ackedAt: stamp, ackedBy: by.actor, seenAt: notice.seenAt ?? stamp })
      .where(mine)
      .run();
    audit({ actor: by.actor, act: 'recall.acknowledge', subject: recallId, detail: { operator: by.operatorId } });
  });
}
