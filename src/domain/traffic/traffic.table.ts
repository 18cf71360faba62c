import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { channels, districts } from '../directory/directory.table.ts';
import { cuts } from '../spots/spots.table.ts';

export const flights = sqliteTable(
  'flights',
  {
    id: text('id').primaryKey(),
    district: text('district')
      .notNull()
      .references(() => districts.code),
    title: text('title').notNull(),
    wish: text('wish').notNull(),
    fromDay: text('from_day').notNull(),
    untilDay: text('until_day').notNull(),
    state: text('state', { enum: ['active', 'stopped'] }).notNull(),
    version: integer('version').notNull().default(1),
    createdBy: text('created_by').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (row) => [index('flights_days').on(row.fromDay, row.untilDay)],
);

export const channelLogs = sqliteTable(
  'channel_logs',
  {
    channelId: text('channel_id')
      .notNull()
      .references(() => channels.id),
    day: text('day').notNull(),
    version: integer('version').notNull().default(1),
    releasedAt: text('released_at'),
    changedAt: text('changed_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.channelId, row.day] })],
);

export const logPositions = sqliteTable(
  'log_positions',
  {
    id: text('id').primaryKey(),
    channelId: text('channel_id').notNull(),
    day: text('day').notNull(),
    breakId: text('break_id').notNull(),
    position: integer('position').notNull(),
    atFrame: integer('at_frame').notNull(),
    cutId: text('cut_id')
      .notNull()
      .references(() => cuts.id),
    flightId: text('flight_id').references(() => flights.id),
    lengthFrames: integer('length_frames').notNull(),
    pulledAt: text('pulled_at'),
    pulledReason: text('pulled_reason'),
    /** A person has put it where it stands; planning leaves it there. */
    lockedAt: text('locked_at'),
    lockedBy: text('locked_by'),
  },
  (row) => [
    uniqueIndex('log_positions_place').on(row.channelId, row.day, row.breakId, row.position),
    index('log_positions_cut').on(row.cutId, row.day),
    index('log_positions_day').on(row.day, row.flightId),
  ],
);
