import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { cuts } from '../spots/spots.table.ts';

export const deliverables = sqliteTable(
  'deliverables',
  {
    cutId: text('cut_id')
      .notNull()
      .references(() => cuts.id),
    preset: text('preset').notNull(),
    filmKey: text('film_key').notNull(),
    blob: text('blob').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    frames: integer('frames').notNull(),
    extension: text('extension').notNull(),
    qc: text('qc').notNull(),
    qcPassed: integer('qc_passed', { mode: 'boolean' }).notNull(),
    locked: integer('locked', { mode: 'boolean' }).notNull().default(false),
    madeAt: text('made_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.cutId, row.preset] })],
);

/** What a deliverable was made of: beside it, because lists of films have no use for so much. */
export const filmSegments = sqliteTable(
  'film_segments',
  {
    cutId: text('cut_id').notNull(),
    preset: text('preset').notNull(),
    makers: text('makers').notNull(),
    madeOf: text('made_of').notNull(),
  },
  (row) => [primaryKey({ columns: [row.cutId, row.preset] })],
);

export const cutSidecars = sqliteTable(
  'cut_sidecars',
  {
    cutId: text('cut_id')
      .notNull()
      .references(() => cuts.id),
    kind: text('kind', { enum: ['poster', 'srt', 'vtt'] }).notNull(),
    blob: text('blob').notNull(),
  },
  (row) => [primaryKey({ columns: [row.cutId, row.kind] })],
);
