import type { FilledBreak } from './channel-day.ts';

/** A break that would take a cut now: its place in the day, when the cut would start, how full the break would be (0–1). */
export interface PlaceOption {
  readonly order: number;
  readonly filled: FilledBreak;
  readonly startFrames: number;
  readonly load: number;
}

/** Where the plays of a day would stand best, and how far apart that is; in frames. */
export interface Spread {
  readonly targets: readonly number[];
  readonly spacing: number;
}

interface Step {
  readonly option: PlaceOption;
  readonly cost: number;
  readonly from: Step | undefined;
}

/**
 * One break for each play, in order of time and at least `gapFrames` apart: as many plays as can be, then nearest to
 * their targets and in the emptiest breaks. Exact (shortest path), so a tight gap never costs a play that was possible.
 */
export function chooseBreaks(
  optionsOf: readonly (readonly PlaceOption[])[],
  { targets, spacing }: Spread,
  gapFrames: number,
): readonly PlaceOption[] {
  let ends: Step[] = [];
  for (const [turn, options] of optionsOf.entries()) {
    const target = targets[turn] ?? 0;
    const costOf = (option: PlaceOption) => Math.abs(option.startFrames - target) / spacing + option.load;
    const next = options.flatMap((option) => extend(option, costOf(option), turn === 0 ? undefined : ends, gapFrames));
    if (next.length === 0) break;
    ends = next;
  }
  return unwind(cheapest(ends));
}

function extend(option: PlaceOption, cost: number, before: readonly Step[] | undefined, gapFrames: number): Step[] {
  if (!before) return [{ option, cost, from: undefined }];
  let best: Step | undefined;
  for (const step of before) {
    const isEarlier = step.option.order < option.order;
    if (!isEarlier || step.option.startFrames + gapFrames > option.startFrames) continue;
    if (!best || step.cost < best.cost) best = step;
  }
  return best ? [{ option, cost: best.cost + cost, from: best }] : [];
}

function cheapest(steps: readonly Step[]): Step | undefined {
  return steps.reduce<Step | undefined>((best, step) => (best && best.cost <= step.cost ? best : step), undefined);
}

function unwind(last: Step | undefined): PlaceOption[] {
  const chosen: PlaceOption[] = [];
  for (let step = last; step; step = step.from) chosen.unshift(step.option);
  return chosen;
}
