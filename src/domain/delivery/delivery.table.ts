import { isNull } from 'drizzle-orm';
import { primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { operators } from '../directory/directory.table.ts';
import { cuts } from '../spots/spots.table.ts';

export const fetches = sqliteTable(
  'fetches',
  {
    operatorId: text('operator_id')
      .notNull()
      .references(() => operators.id),
    cutId: text('cut_id')
      .notNull()
      .references(() => cuts.id),
    preset: text('preset').notNull(),
    blob: text('blob').notNull(),
    firstAt: text('first_at').notNull(),
    lastAt: text('last_at').notNull(),
    wholeAt: text('whole_at'),
  },
  (row) => [primaryKey({ columns: [row.operatorId, row.cutId, row.preset, row.blob] })],
);

export const recalls = sqliteTable(
  'recalls',
  {
    id: text('id').primaryKey(),
    cutId: text('cut_id')
      .notNull()
      .references(() => cuts.id),
    cause: text('cause', { enum: ['consent', 'department'] }).notNull(),
    reason: text('reason').notNull(),
    byPerson: text('by_person').notNull(),
    madeAt: text('made_at').notNull(),
    /** Why the department did it; null where a consent ended. */
    ground: text('ground', { enum: ['fact', 'complaint', 'better', 'other'] }),
    liftedAt: text('lifted_at'),
    liftedBy: text('lifted_by'),
  },
  (row) => [uniqueIndex('recalls_cut').on(row.cutId).where(isNull(row.liftedAt))],
);

export const recallNotices = sqliteTable(
  'recall_notices',
  {
    recallId: text('recall_id')
      .notNull()
      .references(() => recalls.id),
    operatorId: text('operator_id')
      .notNull()
      .references(() => operators.id),
    toldAt: text('told_at').notNull(),
    seenAt: text('seen_at'),
    ackedAt: text('acked_at'),
    ackedBy: text('acked_by'),
  },
  (row) => [primaryKey({ columns: [row.recallId, row.operatorId] })],
);

export const holdings = sqliteTable('holdings', {
  operatorId: text('operator_id')
    .primaryKey()
    .references(() => operators.id),
  reply: text('reply').notNull(),
  toldAt: text('told_at').notNull(),
});
