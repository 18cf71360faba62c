import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const auditRows = sqliteTable(
  'audit_rows',
  {
    seq: integer('seq').primaryKey(),
    at: text('at').notNull(),
    actor: text('actor').notNull(),
    act: text('act').notNull(),
    subject: text('subject').notNull(),
    detail: text('detail').notNull(),
    prev: text('prev').notNull(),
    hash: text('hash').notNull().unique(),
  },
  (row) => [index('audit_rows_subject').on(row.subject, row.seq)],
);

export const facts = sqliteTable('facts', {
  seq: integer('seq').primaryKey(),
  name: text('name').notNull(),
  subject: text('subject').notNull(),
  data: text('data').notNull(),
  toldAt: text('told_at').notNull(),
});

export const factDeliveries = sqliteTable(
  'fact_deliveries',
  {
    factSeq: integer('fact_seq')
      .notNull()
      .references(() => facts.seq),
    subscriber: text('subscriber').notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextAt: text('next_at'),
    lastError: text('last_error'),
    deliveredAt: text('delivered_at'),
  },
  (row) => [primaryKey({ columns: [row.factSeq, row.subscriber] })],
);

export const jobs = sqliteTable(
  'jobs',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    payload: text('payload').notNull(),
    key: text('key').notNull(),
    subject: text('subject'),
    priority: integer('priority').notNull(),
    media: integer('media', { mode: 'boolean' }).notNull(),
    state: text('state').notNull(),
    attempts: integer('attempts').notNull().default(0),
    maxAttempts: integer('max_attempts').notNull(),
    notBefore: text('not_before').notNull(),
    leaseToken: text('lease_token'),
    leaseUntil: text('lease_until'),
    progress: real('progress').notNull().default(0),
    note: text('note'),
    dueAt: text('due_at'),
    refusal: text('refusal'),
    lastError: text('last_error'),
    enqueuedAt: text('enqueued_at').notNull(),
    startedAt: text('started_at'),
    endedAt: text('ended_at'),
  },
  (row) => [
    uniqueIndex('jobs_live_key').on(row.name, row.key),
    index('jobs_claim').on(row.state, row.priority, row.enqueuedAt),
    index('jobs_subject').on(row.subject),
  ],
);
