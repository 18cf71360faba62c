import { type AnySQLiteColumn, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { people } from '../accounts/accounts.table.ts';
import { beneficiaries } from '../consent/consent.table.ts';
import { districts, schemes } from '../directory/directory.table.ts';

export const clips = sqliteTable(
  'clips',
  {
    id: text('id').primaryKey(),
    district: text('district')
      .notNull()
      .references(() => districts.code),
    number: text('number').notNull().unique(),
    state: text('state', { enum: ['arriving', 'checking', 'ready', 'refused'] }).notNull(),
    originalHash: text('original_hash'),
    originalBytes: integer('original_bytes').notNull(),
    fileName: text('file_name').notNull(),
    uploadedBy: text('uploaded_by')
      .notNull()
      .references(() => people.id),
    beneficiaryId: text('beneficiary_id').references(() => beneficiaries.id),
    scheme: text('scheme').references(() => schemes.code),
    facts: text('facts'),
    refusal: text('refusal'),
    posterHash: text('poster_hash'),
    proxyHash: text('proxy_hash'),
    waveformHash: text('waveform_hash'),
    duplicateOf: text('duplicate_of').references((): AnySQLiteColumn => clips.id),
    createdAt: text('created_at').notNull(),
    arrivedAt: text('arrived_at'),
    checkedAt: text('checked_at'),
  },
  (row) => [
    index('clips_district').on(row.district, row.createdAt),
    index('clips_beneficiary').on(row.beneficiaryId),
    index('clips_original').on(row.originalHash),
  ],
);

export const uploads = sqliteTable(
  'uploads',
  {
    id: text('id').primaryKey(),
    clipId: text('clip_id')
      .notNull()
      .unique()
      .references(() => clips.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    sizeBytes: integer('size_bytes').notNull(),
    offsetBytes: integer('offset_bytes').notNull().default(0),
    metadata: text('metadata').notNull(),
    hash: text('hash'),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    finishedAt: text('finished_at'),
  },
  (row) => [index('uploads_expiry').on(row.finishedAt, row.expiresAt)],
);
