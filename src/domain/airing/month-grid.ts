import type { AiringState } from './airing-day.ts';

/** How many positions of one operator and day are in which state. */
export interface AiringCount {
  readonly operator: string;
  readonly day: string;
  readonly state: AiringState;
  readonly count: number;
}

/** `no-log`: its time is over and nobody has said a word; `none`: nothing was planned. */
export type GridMark = AiringState | 'no-log' | 'none';

export interface GridCell {
  readonly day: string;
  readonly mark: GridMark;
  readonly counts: Readonly<Record<AiringState, number>>;
}

export interface MonthGrid {
  readonly days: readonly string[];
  readonly rows: readonly { readonly operator: string; readonly cells: readonly GridCell[] }[];
  readonly totals: Readonly<Record<AiringState, number>>;
}

export interface MonthGridInput {
  readonly days: readonly string[];
  readonly operators: readonly string[];
  readonly counts: readonly AiringCount[];
  /** `operator day` pairs (see `gridKey`) for which a list, a word or a recording came. */
  readonly heard: ReadonlySet<string>;
}

export function gridKey(operator: string, day: string): string {
  return `${operator} ${day}`;
}

/** Operator × day, one mark a cell: the worst thing that a person must know of that day. */
export function buildMonthGrid({ days, operators, counts, heard }: MonthGridInput): MonthGrid {
  const byCell = Map.groupBy(counts, (one) => gridKey(one.operator, one.day));
  const rows = operators.map((operator) => {
    const cells = days.map((day): GridCell => {
      const key = gridKey(operator, day);
      const sums = addUp(byCell.get(key) ?? []);
      return { day, mark: markOf(sums, heard.has(key)), counts: sums };
    });
    return { operator, cells };
  });
  return { days, rows, totals: addUp(counts.filter((one) => operators.includes(one.operator))) };
}

function addUp(counts: readonly AiringCount[]): Record<AiringState, number> {
  const sums: Record<AiringState, number> = { planned: 0, aired: 0, proved: 0, missing: 0, unknown: 0 };
  for (const { state, count } of counts) sums[state] += count;
  return sums;
}

function markOf(sums: Readonly<Record<AiringState, number>>, isHeard: boolean): GridMark {
  if (sums.missing > 0) return 'missing';
  if (sums.unknown > 0) return isHeard ? 'unknown' : 'no-log';
  // Today, half over: what has aired counts, what is still to come is no blame.
  if (sums.aired > 0) return 'aired';
  if (sums.proved > 0) return sums.planned > 0 ? 'aired' : 'proved';
  return sums.planned > 0 ? 'planned' : 'none';
}
