import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { people } from '../accounts/accounts.table.ts';
import { beneficiaries } from '../consent/consent.table.ts';
import { districts, schemes } from '../directory/directory.table.ts';
import { clips } from '../intake/intake.table.ts';

export const spots = sqliteTable(
  'spots',
  {
    id: text('id').primaryKey(),
    number: text('number').notNull().unique(),
    district: text('district')
      .notNull()
      .references(() => districts.code),
    clipId: text('clip_id')
      .notNull()
      .references(() => clips.id),
    beneficiaryId: text('beneficiary_id')
      .notNull()
      .references(() => beneficiaries.id),
    scheme: text('scheme')
      .notNull()
      .references(() => schemes.code),
    state: text('state', { enum: ['draft', 'inReview', 'returned', 'approved', 'withdrawn'] }).notNull(),
    document: text('document').notNull(),
    version: integer('version').notNull().default(1),
    /** Where the clip holds speech: [[from, to], …] in its frames at 25. */
    spoken: text('spoken').notNull(),
    /** What was seen of the clip (spot-sight.ts); null before anybody looked. */
    seen: text('seen'),
    sentBy: text('sent_by').references(() => people.id),
    sentAt: text('sent_at'),
    createdBy: text('created_by').notNull(),
    createdAt: text('created_at').notNull(),
    changedAt: text('changed_at').notNull(),
  },
  (row) => [
    index('spots_district').on(row.district, row.changedAt),
    index('spots_beneficiary').on(row.beneficiaryId),
    uniqueIndex('spots_clip').on(row.clipId),
  ],
);

export const spotNumbers = sqliteTable('spot_numbers', {
  series: text('series').primaryKey(),
  last: integer('last').notNull(),
});

export const spotMakers = sqliteTable(
  'spot_makers',
  {
    spotId: text('spot_id')
      .notNull()
      .references(() => spots.id),
    personId: text('person_id').notNull(),
  },
  (row) => [primaryKey({ columns: [row.spotId, row.personId] })],
);

export const spotVersions = sqliteTable(
  'spot_versions',
  {
    spotId: text('spot_id')
      .notNull()
      .references(() => spots.id),
    version: integer('version').notNull(),
    document: text('document').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: text('made_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.spotId, row.version] })],
);

export const cuts = sqliteTable(
  'cuts',
  {
    id: text('id').primaryKey(),
    spotId: text('spot_id')
      .notNull()
      .references(() => spots.id),
    spotVersion: integer('spot_version').notNull(),
    lengthFrames: integer('length_frames').notNull(),
    language: text('language', { enum: ['hi', 'en'] }).notNull(),
    state: text('state', { enum: ['sent', 'approved', 'dropped', 'withdrawn'] }).notNull(),
    houseNumber: text('house_number').unique(),
    approvedAt: text('approved_at'),
    /** Called back by the department; null while it may run. */
    recalledAt: text('recalled_at'),
  },
  (row) => [index('cuts_spot').on(row.spotId), uniqueIndex('cuts_last_eight').on(sql`substr(${row.houseNumber}, 4)`)],
);
