import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { channels, operators } from '../directory/directory.table.ts';
import { cuts } from '../spots/spots.table.ts';
import { logPositions } from '../traffic/traffic.table.ts';

export const asRuns = sqliteTable('as_runs', {
  id: text('id').primaryKey(),
  operatorId: text('operator_id')
    .notNull()
    .references(() => operators.id),
  source: text('source', { enum: ['file', 'event', 'paper'] }).notNull(),
  dialect: text('dialect').notNull(),
  blob: text('blob'),
  givenBy: text('given_by').notNull(),
  givenAt: text('given_at').notNull(),
  undoneAt: text('undone_at'),
});

export const asRunLines = sqliteTable(
  'as_run_lines',
  {
    id: text('id').primaryKey(),
    asRunId: text('as_run_id')
      .notNull()
      .references(() => asRuns.id),
    line: integer('line').notNull(),
    lineHash: text('line_hash').notNull(),
    channelId: text('channel_id')
      .notNull()
      .references(() => channels.id),
    day: text('day').notNull(),
    startAt: text('start_at').notNull(),
    house: text('house'),
    title: text('title'),
    lengthSeconds: real('length_seconds'),
    status: text('status', { enum: ['aired', 'failed', 'unknown'] }).notNull(),
    raw: text('raw').notNull(),
  },
  (row) => [
    index('as_run_lines_day').on(row.channelId, row.day),
    index('as_run_lines_hash').on(row.channelId, row.lineHash),
    index('as_run_lines_run').on(row.asRunId),
  ],
);

export const airingWords = sqliteTable(
  'airing_words',
  {
    id: text('id').primaryKey(),
    positionId: text('position_id')
      .notNull()
      .references(() => logPositions.id),
    said: text('said', { enum: ['aired', 'notAired', 'otherTime'] }).notNull(),
    atFrame: integer('at_frame'),
    speaker: text('speaker').notNull(),
    spokenAt: text('spoken_at').notNull(),
  },
  (row) => [index('airing_words_position').on(row.positionId, row.spokenAt)],
);

/** Channels' days that are counted and have not changed since (triggers see to that). */
export const countedDays = sqliteTable(
  'counted_days',
  {
    day: text('day').notNull(),
    channelId: text('channel_id')
      .notNull()
      .references(() => channels.id),
    countedAt: text('counted_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.channelId, row.day] })],
);

/** What became of a counted day's plays, by cut; a day that is not counted (any more) has none. */
export const airingCounts = sqliteTable(
  'airing_counts',
  {
    day: text('day').notNull(),
    channelId: text('channel_id')
      .notNull()
      .references(() => channels.id),
    cutId: text('cut_id')
      .notNull()
      .references(() => cuts.id),
    aired: integer('aired').notNull(),
    proved: integer('proved').notNull(),
    missing: integer('missing').notNull(),
    unknown: integer('unknown').notNull(),
    listed: integer('listed').notNull(),
    airedFrames: integer('aired_frames').notNull(),
    heard: integer('heard', { mode: 'boolean' }).notNull(),
  },
  (row) => [primaryKey({ columns: [row.channelId, row.day, row.cutId] })],
);
