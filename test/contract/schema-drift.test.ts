/// <reference types="vite/client" />
import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, it } from 'vitest';
import { testCatalogue } from './catalogue.ts';

const tableFiles = import.meta.glob<Record<string, unknown>>('../../src/**/*.table.ts', { eager: true });
const tables = Object.values(tableFiles).flatMap((file) =>
  Object.values(file).filter((value): value is SQLiteTable => is(value, SQLiteTable)),
);

interface Column {
  name: string;
  type: string;
  notnull: number;
  pk: number;
}

it('has in the migrated catalogue exactly the tables and columns that the code describes', () => {
  const { file, close } = testCatalogue();
  const described = tables.map((table) => {
    const { name, columns, primaryKeys } = getTableConfig(table);
    const keyed = new Set(primaryKeys.flatMap((key) => key.columns.map((column) => column.name)));
    return {
      name,
      columns: columns
        .map((column) => ({
          name: column.name,
          type: column.getSQLType().toUpperCase(),
          required: column.notNull || column.primary,
          key: column.primary || keyed.has(column.name),
        }))
        .sort(byName),
    };
  });
  const names = file
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'migrations'",
    )
    .all();
  const found = names.map(({ name }) => {
    const columns = file
      .prepare<[], Column>(`SELECT name, type, "notnull", pk FROM pragma_table_info('${name}')`)
      .all();
    return {
      name,
      columns: columns
        .map((column) => ({
          name: column.name,
          type: column.type,
          required: column.notnull === 1 || column.pk > 0,
          key: column.pk > 0,
        }))
        .sort(byName),
    };
  });
  close();
  expect(found.sort(byName)).toEqual(described.sort(byName));
});

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}
