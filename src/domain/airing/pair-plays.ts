import type { PlannedPosition, ReportedPlay } from './airing-day.ts';

export interface Pair {
  readonly position: PlannedPosition;
  readonly play: ReportedPlay;
  readonly tier: 1 | 2 | 3;
}

/**
 * Plays to positions of the same cut, one to one, in tiers: ① within the tolerance ② in the ordered hours ③ the same day.
 * In a tier as many pairs as can be, then the least time between them, in order of time.
 */
export function pairPlays(
  positions: readonly PlannedPosition[],
  plays: readonly ReportedPlay[],
  toleranceSeconds: number,
): Pair[] {
  const pairs: Pair[] = [];
  const fits = [
    (a: PlannedPosition, b: ReportedPlay) => Math.abs(a.startSeconds - b.startSeconds) <= toleranceSeconds,
    (a: PlannedPosition, b: ReportedPlay) => isInOrderedHours(a, b.startSeconds),
    () => true,
  ];
  for (const [index, isFit] of fits.entries()) {
    const tier = index === 0 ? 1 : index === 1 ? 2 : 3;
    const taken = new Set(pairs.flatMap((pair) => [pair.position.id, pair.play.id]));
    const open = Map.groupBy(
      plays.filter((play) => !taken.has(play.id)),
      (play) => play.house,
    );
    const wanted = Map.groupBy(
      positions.filter((position) => !taken.has(position.id)),
      (position) => position.house,
    );
    for (const [house, list] of wanted) {
      for (const [position, play] of alignInTime(list, open.get(house) ?? [], isFit))
        pairs.push({ position, play, tier });
    }
  }
  return pairs;
}

function isInOrderedHours(position: PlannedPosition, startSeconds: number): boolean {
  const { daypart } = position;
  // Without ordered hours the whole day is right.
  return !daypart || (startSeconds >= daypart.fromSeconds && startSeconds < daypart.toSeconds);
}

type Aligned = readonly (readonly [PlannedPosition, ReportedPlay])[];
interface Best {
  readonly pairs: Aligned;
  readonly apart: number;
}

/** Best alignment of two lists in order of time: most pairs, then least Σ|Δt| (dynamic programming over both lists). */
function alignInTime(
  positions: readonly PlannedPosition[],
  plays: readonly ReportedPlay[],
  isFit: (position: PlannedPosition, play: ReportedPlay) => boolean,
): Aligned {
  if (positions.length === 0 || plays.length === 0) return [];
  const rows = [...positions].sort((a, b) => a.startSeconds - b.startSeconds);
  const columns = [...plays].sort((a, b) => a.startSeconds - b.startSeconds);
  let above: Best[] = Array.from({ length: columns.length + 1 }, () => ({ pairs: [], apart: 0 }));
  for (const position of rows) {
    const line: Best[] = [{ pairs: [], apart: 0 }];
    for (const [index, play] of columns.entries()) {
      const options = [
        above[index + 1],
        line[index],
        isFit(position, play) ? join(above[index], position, play) : undefined,
      ];
      line.push(better(options));
    }
    above = line;
  }
  return above.at(-1)?.pairs ?? [];
}

function join(before: Best | undefined, position: PlannedPosition, play: ReportedPlay): Best | undefined {
  if (!before) return undefined;
  const apart = before.apart + Math.abs(position.startSeconds - play.startSeconds);
  return { pairs: [...before.pairs, [position, play]], apart };
}

function better(options: readonly (Best | undefined)[]): Best {
  let best: Best = { pairs: [], apart: 0 };
  for (const option of options) {
    if (!option || option.pairs.length < best.pairs.length) continue;
    if (option.pairs.length > best.pairs.length || option.apart < best.apart) best = option;
  }
  return best;
}
