import type { CutModel, FlightModel } from './plan-model.ts';

interface Tally {
  readonly cut: CutModel;
  readonly weight: number;
  everywhere: number;
  here: number;
}

/** Turns the cuts of one flight by weight, on each channel and over all of them. */
export interface Rotation {
  /** Forgets the channel before; what all channels had stays. */
  nextChannel(): void;
  /** The cuts in the order in which their turn comes now. */
  inTurn(isAllowed: (cut: CutModel) => boolean): readonly CutModel[];
  count(cut: CutModel, by: 1 | -1): void;
}

export function rotateCuts(flight: FlightModel): Rotation {
  const tallies: Tally[] = flight.cuts.map(({ cut, weight }) => ({ cut, weight, everywhere: 0, here: 0 }));
  return {
    nextChannel() {
      for (const tally of tallies) tally.here = 0;
    },
    inTurn(isAllowed) {
      const open = tallies.filter((tally) => isAllowed(tally.cut));
      const lags = new Map(open.map((tally) => [tally, lagOf(tally, open)]));
      // sort() is stable: of two equally far behind, the first of the order goes first.
      return open.sort((a, b) => (lags.get(b) ?? 0) - (lags.get(a) ?? 0)).map((tally) => tally.cut);
    },
    count(cut, by) {
      const tally = tallies.find((one) => one.cut === cut);
      if (!tally) return;
      tally.everywhere += by;
      tally.here += by;
    },
  };
}

/** How many plays a cut is behind its share after one more play, here and everywhere together. */
function lagOf(tally: Tally, open: readonly Tally[]): number {
  const sum = (pick: (one: Tally) => number) => open.reduce((total, one) => total + pick(one), 0);
  const share = tally.weight / sum((one) => one.weight);
  const here = share * (sum((one) => one.here) + 1) - tally.here;
  const everywhere = share * (sum((one) => one.everywhere) + 1) - tally.everywhere;
  return here + everywhere;
}
