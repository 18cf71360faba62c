import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { operators } from '../directory/directory.table.ts';

export const people = sqliteTable('people', {
  id: text('id').primaryKey(),
  login: text('login').notNull().unique(),
  name: text('name').notNull(),
  role: text('role', { enum: ['admin', 'staff', 'reviewer', 'traffic', 'airing', 'headOffice', 'auditor'] }).notNull(),
  reachKind: text('reach_kind', { enum: ['state', 'division', 'district'] }).notNull(),
  reachCode: text('reach_code'),
  passwordHash: text('password_hash'),
  language: text('language', { enum: ['hi', 'en'] })
    .notNull()
    .default('hi'),
  disabledAt: text('disabled_at'),
  createdAt: text('created_at').notNull(),
});

export const sessions = sqliteTable(
  'sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    csrfToken: text('csrf_token').notNull(),
    createdAt: text('created_at').notNull(),
    lastSeenAt: text('last_seen_at').notNull(),
    expiresAt: text('expires_at').notNull(),
  },
  (row) => [index('sessions_person').on(row.personId)],
);

export const invitations = sqliteTable('invitations', {
  tokenHash: text('token_hash').primaryKey(),
  personId: text('person_id')
    .notNull()
    .references(() => people.id),
  madeBy: text('made_by').notNull(),
  expiresAt: text('expires_at').notNull(),
  usedAt: text('used_at'),
});

export const accessTokens = sqliteTable(
  'access_tokens',
  {
    id: text('id').primaryKey(),
    tokenHash: text('token_hash').notNull().unique(),
    name: text('name').notNull(),
    personId: text('person_id').references(() => people.id),
    operatorId: text('operator_id').references(() => operators.id),
    scope: text('scope', { enum: ['all', 'read', 'operator'] }).notNull(),
    createdAt: text('created_at').notNull(),
    lastUsedAt: text('last_used_at'),
    revokedAt: text('revoked_at'),
  },
  (row) => [index('access_tokens_operator').on(row.operatorId)],
);

export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    personId: text('person_id').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    status: integer('status'),
    answer: text('answer'),
    contentType: text('content_type'),
    madeAt: text('made_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.personId, row.key] })],
);
