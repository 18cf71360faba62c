import type { ClipSight, Look, PoorReason, PoorSpan, SightNeed, SightRow } from './sight.ts';

/** Rows a second. */
export const SIGHT_RATE = 5;
const FRAMES_A_ROW = 25 / SIGHT_RATE;

/** What the measured rows of a clip mean: stretches better not shown, looks at the person, needs. Pure. */
export function judgeSight(rows: readonly SightRow[]): ClipSight {
  const usual = usualDetail(rows);
  const rules: readonly { why: PoorReason; least: number; fits(row: SightRow, index: number): boolean }[] = [
    // Under 20 nothing can be told apart on a set; a night scene has lamps in it.
    { why: 'black', least: 2, fits: (row) => row.light < 20 && row.bright < 0.002 && row.dark > 0.95 },
    // A cap, a pocket or a finger: one even colour.
    { why: 'covered', least: 2, fits: (row) => row.detail < 4 && !(row.light < 20 && row.dark > 0.95) },
    // A phone's noise alone changes more than this.
    { why: 'frozen', least: 5, fits: (row) => row.change !== undefined && row.change < 0.05 },
    { why: 'blurred', least: 2, fits: (row) => row.detail >= 4 && row.detail < usual * 0.45 },
    { why: 'shaky', least: 3, fits: (_, index) => jerk(rows, index) > 0.05 },
  ];
  return {
    poor: rules.flatMap(({ why, least, fits }) => spansOf(rows, fits, { why, least })),
    looks: rows.flatMap((row): Look[] =>
      row.face === undefined ? [] : [{ atFrame: row.atFrame, detail: row.detail, face: row.face }],
    ),
    needs: findNeeds(rows),
  };
}

/** The detail that three quarters of a clip fall short of: a clip that is mostly blurred has its sharp part as its measure. */
function usualDetail(rows: readonly SightRow[]): number {
  const sorted = rows.map((row) => row.detail).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.75)] ?? 0;
}

/** How much a move differs from the moves beside it: a pan is even, a hand is not. */
function jerk(rows: readonly SightRow[], index: number): number {
  const [before, now, after] = [rows[index - 1]?.shift, rows[index]?.shift, rows[index + 1]?.shift];
  if (!before || !now || !after) return 0;
  return Math.hypot(now.x - (before.x + after.x) / 2, now.y - (before.y + after.y) / 2);
}

function spansOf(
  rows: readonly SightRow[],
  fits: (row: SightRow, index: number) => boolean,
  { why, least }: { readonly why: PoorReason; readonly least: number },
): PoorSpan[] {
  const spans: PoorSpan[] = [];
  let from: number | undefined;
  for (let index = 0; index <= rows.length; index++) {
    const row = rows[index];
    if (row && fits(row, index)) from ??= index;
    else if (from !== undefined) {
      const [first, last] = [rows[from], rows[index - 1]];
      if (first && last && index - from >= least)
        spans.push({ fromFrame: first.atFrame, toFrame: last.atFrame + FRAMES_A_ROW, why });
      from = undefined;
    }
  }
  return spans;
}

function findNeeds(rows: readonly SightRow[]): SightNeed[] {
  const share = (fits: (row: SightRow, index: number) => boolean) =>
    rows.filter(fits).length / Math.max(1, rows.length);
  const needs: SightNeed[] = [];
  // A third of the time is more than a start and a stop.
  if (share((_, index) => jerk(rows, index) > 0.02) > 0.33) needs.push('steadier');
  if (share((row) => row.light < 55 && row.light >= 20) > 0.5) needs.push('brighter');
  else if (share((row) => row.bright > 0.3) > 0.5) needs.push('darker');
  return needs;
}
