/**
 * Makes a table of links (`data-grid`) one stop of the Tab key: arrows move inside, Home and End to a row's ends.
 * Without script every link is a stop of its own.
 */
export function moveByArrows(table: HTMLTableElement): void {
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]).map((row) => [...row.querySelectorAll('a')]);
  const links = rows.flat();
  const first = links.find((link) => link.getAttribute('aria-current') === 'true') ?? links[0];
  for (const link of links) link.tabIndex = link === first ? 0 : -1;
  table.addEventListener('keydown', (event) => {
    const from = rows.findIndex((row) => row.some((link) => link === event.target));
    const column = rows[from]?.findIndex((link) => event.target === link) ?? -1;
    const next = target(rows, from, column, event.key);
    if (!next) return;
    event.preventDefault();
    for (const link of links) link.tabIndex = link === next ? 0 : -1;
    next.focus();
  });
}

function target(
  rows: readonly (readonly HTMLElement[])[],
  row: number,
  column: number,
  key: string,
): HTMLElement | undefined {
  if (key === 'ArrowLeft') return rows[row]?.[column - 1];
  if (key === 'ArrowRight') return rows[row]?.[column + 1];
  if (key === 'ArrowUp') return rows[row - 1]?.[column];
  if (key === 'ArrowDown') return rows[row + 1]?.[column];
  if (key === 'Home') return rows[row]?.[0];
  if (key === 'End') return rows[row]?.[(rows[row]?.length ?? 0) - 1];
  return undefined;
}
