import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { people } from '../accounts/accounts.table.ts';
import { consents } from '../consent/consent.table.ts';
import { cuts, spots } from '../spots/spots.table.ts';

export const reviewComments = sqliteTable(
  'review_comments',
  {
    id: text('id').primaryKey(),
    spotId: text('spot_id')
      .notNull()
      .references(() => spots.id),
    spotVersion: integer('spot_version').notNull(),
    atFrame: integer('at_frame'),
    text: text('text').notNull(),
    byPerson: text('by_person')
      .notNull()
      .references(() => people.id),
    madeAt: text('made_at').notNull(),
  },
  (row) => [index('review_comments_spot').on(row.spotId, row.madeAt)],
);

export const approvals = sqliteTable('approvals', {
  id: text('id').primaryKey(),
  spotId: text('spot_id')
    .notNull()
    .references(() => spots.id),
  spotVersion: integer('spot_version').notNull(),
  consentId: text('consent_id')
    .notNull()
    .references(() => consents.id),
  checklist: text('checklist').notNull(),
  byPerson: text('by_person')
    .notNull()
    .references(() => people.id),
  madeAt: text('made_at').notNull(),
});

export const approvedFilms = sqliteTable(
  'approved_films',
  {
    approvalId: text('approval_id')
      .notNull()
      .references(() => approvals.id),
    cutId: text('cut_id')
      .notNull()
      .references(() => cuts.id),
    preset: text('preset').notNull(),
    blob: text('blob').notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.approvalId, row.cutId, row.preset] }),
    index('approved_films_cut').on(row.cutId, row.preset),
  ],
);

export const watchings = sqliteTable(
  'watchings',
  {
    cutId: text('cut_id')
      .notNull()
      .references(() => cuts.id),
    person: text('person')
      .notNull()
      .references(() => people.id),
    film: text('film').notNull(),
    seen: text('seen').notNull(),
    toldAt: text('told_at').notNull(),
    wholeAt: text('whole_at'),
  },
  (row) => [primaryKey({ columns: [row.cutId, row.person, row.film] })],
);
