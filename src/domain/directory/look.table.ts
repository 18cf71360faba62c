import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const lookVersions = sqliteTable(
  'look_versions',
  {
    look: text('look').notNull(),
    /** 'state', or a district's code. */
    place: text('place').notNull(),
    version: integer('version').notNull(),
    data: text('data').notNull(),
    markBlob: text('mark_blob'),
    madeBy: text('made_by').notNull(),
    madeAt: text('made_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.look, row.place, row.version] })],
);

export const lookMarks = sqliteTable('look_marks', {
  blob: text('blob').primaryKey(),
  keptBy: text('kept_by').notNull(),
  keptAt: text('kept_at').notNull(),
});
