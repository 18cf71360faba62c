// SQLite takes 32,766 values in a statement; a position has up to fourteen.
const ROWS_AT_ONCE = 1000;

/** Rows in pieces that one statement takes: with a statement a row, calling back a film of the whole state stood for 33 s. */
export function rowChunks<T>(rows: readonly T[]): T[][] {
  const count = Math.ceil(rows.length / ROWS_AT_ONCE);
  return Array.from({ length: count }, (_, at) => rows.slice(at * ROWS_AT_ONCE, (at + 1) * ROWS_AT_ONCE));
}
