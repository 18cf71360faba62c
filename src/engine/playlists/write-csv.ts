type Cell = string | number;

/** RFC 4180: CR LF, quotes where needed. A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
export function writeCsv(rows: readonly (readonly Cell[])[], options: { readonly bom: boolean }): string {
  const lines = rows.map((row) => `${row.map(writeCell).join(',')}\r\n`);
  return `${options.bom ? '\uFEFF' : ''}${lines.join('')}`;
}

function writeCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  // Excel and LibreOffice calculate cells that begin so; the last four are the full-width twins.
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
