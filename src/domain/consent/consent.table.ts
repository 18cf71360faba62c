import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { districts, schemes } from '../directory/directory.table.ts';

export const beneficiaries = sqliteTable(
  'beneficiaries',
  {
    id: text('id').primaryKey(),
    district: text('district')
      .notNull()
      .references(() => districts.code),
    name: text('name').notNull(),
    nameLatin: text('name_latin'),
    village: text('village'),
    scheme: text('scheme').references(() => schemes.code),
    changeLine: text('change_line'),
    amountRupees: integer('amount_rupees'),
    minor: integer('minor', { mode: 'boolean' }).notNull().default(false),
    version: integer('version').notNull().default(1),
    createdBy: text('created_by').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (row) => [index('beneficiaries_district').on(row.district, row.name)],
);

export const consents = sqliteTable(
  'consents',
  {
    id: text('id').primaryKey(),
    beneficiaryId: text('beneficiary_id')
      .notNull()
      .references(() => beneficiaries.id),
    noticeVersion: text('notice_version').notNull(),
    language: text('language', { enum: ['hi', 'en'] }).notNull(),
    cable: integer('cable', { mode: 'boolean' }).notNull(),
    social: integer('social', { mode: 'boolean' }).notNull(),
    givenOn: text('given_on').notNull(),
    how: text('how', { enum: ['form', 'spoken'] }).notNull(),
    evidenceHash: text('evidence_hash').notNull(),
    evidenceType: text('evidence_type').notNull(),
    guardian: text('guardian'),
    witness: text('witness'),
    validUntil: text('valid_until'),
    recordedBy: text('recorded_by').notNull(),
    recordedAt: text('recorded_at').notNull(),
    withdrawnAt: text('withdrawn_at'),
    withdrawnBy: text('withdrawn_by'),
    withdrawnReason: text('withdrawn_reason'),
  },
  (row) => [
    index('consents_beneficiary').on(row.beneficiaryId, row.givenOn),
    index('consents_evidence').on(row.evidenceHash),
  ],
);
