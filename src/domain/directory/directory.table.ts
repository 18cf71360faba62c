import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

// Where a row was read and when, and whether the office has changed it since it was loaded.
const kept = {
  source: text('source').notNull().default(''),
  checkedOn: text('checked_on').notNull().default(''),
  edited: integer('edited', { mode: 'boolean' }).notNull().default(false),
  version: integer('version').notNull().default(1),
};

export const divisions = sqliteTable('divisions', {
  code: text('code').primaryKey(),
  hi: text('hi').notNull(),
  en: text('en').notNull(),
  ...kept,
});

export const districts = sqliteTable('districts', {
  code: text('code').primaryKey(),
  division: text('division')
    .notNull()
    .references(() => divisions.code),
  hi: text('hi').notNull(),
  en: text('en').notNull(),
  ...kept,
});

export const departments = sqliteTable('departments', {
  code: text('code').primaryKey(),
  hi: text('hi').notNull(),
  en: text('en').notNull(),
  edited: integer('edited', { mode: 'boolean' }).notNull().default(false),
  version: integer('version').notNull().default(1),
});

export const schemes = sqliteTable('schemes', {
  code: text('code').primaryKey(),
  data: text('data').notNull(),
  edited: integer('edited', { mode: 'boolean' }).notNull().default(false),
  presetHash: text('preset_hash'),
  version: integer('version').notNull().default(1),
  hidden: integer('hidden', { mode: 'boolean' }).notNull().default(false),
});

export const operators = sqliteTable('operators', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  district: text('district')
    .notNull()
    .references(() => districts.code),
  phone: text('phone'),
  settings: text('settings').notNull(),
  example: integer('example', { mode: 'boolean' }).notNull().default(false),
  active: integer('active', { mode: 'boolean' }).notNull().default(true),
  version: integer('version').notNull().default(1),
  createdAt: text('created_at').notNull(),
});

export const channels = sqliteTable(
  'channels',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id')
      .notNull()
      .references(() => operators.id),
    name: text('name').notNull(),
    district: text('district')
      .notNull()
      .references(() => districts.code),
    tags: text('tags').notNull().default('[]'),
    breaks: text('breaks').notNull(),
    active: integer('active', { mode: 'boolean' }).notNull().default(true),
    version: integer('version').notNull().default(1),
  },
  (row) => [index('channels_operator').on(row.operatorId)],
);
