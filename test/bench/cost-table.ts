import type { Cost } from './counted-runner.ts';

/** A floor and the one process that took turns with it in the same round. */
interface Pair {
  readonly floor: Cost;
  readonly film: Cost;
}

/** What the one process may cost at most, as a multiple of its floor: to be held, and the aim after it. */
const TARGETS = [1.15, 1.05] as const;

/** Costs of one kind of film, round by round. */
export class CostTable {
  /** By the way in which floor and film were run. */
  readonly #pairs = new Map<string, Pair[]>();
  readonly #others = new Map<string, Cost[]>();

  keepPair(way: string, pair: Pair): void {
    this.#pairs.set(way, [...(this.#pairs.get(way) ?? []), pair]);
  }

  /** Something that is looked at beside them. */
  keep(name: string, cost: Cost): void {
    this.#others.set(name, [...(this.#others.get(name) ?? []), cost]);
  }

  /** The verdict is the middle of the rounds, whatever the way. */
  print(title: string): void {
    console.log(`\n**${title}**: the one process beside its floor, the middle of the rounds (lowest to highest)\n`);
    console.log('| way | floor, CPU s | one process, CPU s | × floor | at most 1.15 | peak MB |');
    console.log('| --- | --- | --- | --- | --- | --- |');
    for (const [way, pairs] of this.#pairs) console.log(pairRow(way, pairs));
    const floors = [...this.#pairs.values()][0]?.map(({ floor }) => floor) ?? [];
    console.log('\n| beside them | CPU s, middle | × the first floor |\n| --- | --- | --- |');
    for (const [name, costs] of this.#others) {
      const cost = middle(seconds(costs));
      console.log(`| ${name} | ${cost.toFixed(1)} | ${(cost / middle(seconds(floors))).toFixed(2)} |`);
    }
  }
}

function pairRow(way: string, pairs: readonly Pair[]): string {
  const shares = pairs.map(({ floor, film }) => film.cpuSeconds / floor.cpuSeconds);
  const spread = `${Math.min(...shares).toFixed(3)} to ${Math.max(...shares).toFixed(3)}`;
  const [first, second] = TARGETS;
  const share = middle(shares);
  const verdict = share > first ? 'NOT HELD' : share > second ? 'held' : `held, and ${second}`;
  return `| ${[
    way,
    middle(seconds(pairs.map(({ floor }) => floor))).toFixed(1),
    middle(seconds(pairs.map(({ film }) => film))).toFixed(1),
    `**${share.toFixed(3)}** (${spread})`,
    verdict,
    Math.max(...pairs.map(({ film }) => film.peakMb)).toFixed(0),
  ].join(' | ')} |`;
}

const seconds = (costs: readonly Cost[]) => costs.map(({ cpuSeconds }) => cpuSeconds);

/** Of an even number the lower of the two in the middle. */
function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}
