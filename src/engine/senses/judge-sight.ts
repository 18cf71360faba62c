import type { ClipSight, Look, PoorReason, PoorSpan, SightMeasures, SightNeed, SightRow } from './sight.ts';

/** Rows a second. */
export const SIGHT_RATE = 5;
const FRAMES_A_ROW = 25 / SIGHT_RATE;

/** What the measured rows of a clip mean: stretches better not shown, looks at the person, needs. Pure. */
export function judgeSight(rows: readonly SightRow[]): ClipSight {
  const usual = usualDetail(rows);
  const measured = measureAll(rows);
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
      row.face === undefined
        ? []
        : [{ atFrame: row.atFrame, detail: row.detail, face: row.face, ...(row.others && { others: row.others }) }],
    ),
    needs: findNeeds(measured),
    measured,
  };
}

/** A sight with the noise that was measured on the clip itself. */
export function withNoise(sight: ClipSight, noise: number | undefined): ClipSight {
  if (!sight.measured) return sight;
  const measured = { ...sight.measured, noise };
  return { ...sight, measured, needs: findNeeds(measured) };
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

function measureAll(rows: readonly SightRow[]): SightMeasures {
  const moving = rows.some((row) => row.shift);
  const shaken = rows.filter((_, index) => jerk(rows, index) > 0.02).length / Math.max(1, rows.length);
  const faceLight = median(rows.flatMap((row) => row.faceLight ?? []));
  return {
    ...(moving && { shake: hundredths(shaken) }),
    light: median(rows.map((row) => row.light)) ?? 0,
    highlight: median(rows.map((row) => row.highlight)) ?? 0,
    bright: hundredths(median(rows.map((row) => row.bright)) ?? 0),
    ...(faceLight !== undefined && { faceLight }),
  };
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

// A third of the time is more than a start and a stop. Clips from a stand or a steady hand: 0–0.16, hand-held while
// walking or looking about: 0.48–0.92 (thirty clips).
const SHAKING = 0.33;
// Good clips have 0.8 at most.
const NOISY = 1.5;
// Brightening lifts grain two- or threefold; dark clips without any have 0.2.
const NOISY_IN_THE_DARK = 0.7;
// Under 20 nothing can be told apart on a set, and lifting shows noise alone.
const BLACK = 20;
const DARK = 55;
// A night scene has lamps in it, a screen has letters: a picture that reaches so high is lit as it was meant.
const LAMPS = 170;
// A face in shadow, of any skin, and one that is washed out.
const FACE = { dark: 50, white: 205, well: 165 };
// A wall in the sun; so much of nothing but white is more than a shirt or a window.
const WHITE = 0.3;

function findNeeds({ shake = 0, noise = 0, light, highlight, bright, faceLight }: SightMeasures): SightNeed[] {
  const needs: SightNeed[] = [];
  if (shake > SHAKING) needs.push('steadier');
  const dim = light < DARK && highlight < LAMPS && (faceLight ?? 0) < DARK * 2;
  const washed = bright > WHITE && (faceLight ?? 255) > FACE.well;
  const dark = light >= BLACK && (dim || (faceLight ?? 255) < FACE.dark);
  if (noise >= (dark ? NOISY_IN_THE_DARK : NOISY)) needs.push('cleaner');
  if (dark) needs.push('brighter');
  else if (washed || (faceLight ?? 0) > FACE.white) needs.push('darker');
  return needs;
}
