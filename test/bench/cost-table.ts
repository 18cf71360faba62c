import type { Cost } from './counted-runner.ts';

/** What the programs ran on: one core alone, or all that there are. */
export type Cores = 'one' | 'all';

export const FLOOR = 'floor, one after another';
export const FLOOR_AT_ONCE = 'floor, all at once';
export const ONE_PROCESS = '**one process**';

/** The lowest cost of each way, and what it is beside its floor; what the one process was beside the floor of its own round. */
export class CostTable {
  /** By way, a cost for each round. */
  readonly #costs = new Map<string, Record<Cores, Cost[]>>();

  keep(name: string, cores: Cores, cost: Cost | undefined): void {
    const known = this.#costs.get(name) ?? { one: [], all: [] };
    if (cost) known[cores].push(cost);
    this.#costs.set(name, known);
  }

  print(title: string): void {
    console.log(
      `\n**${title}**\n\n| way | one core: CPU s | × floor | all cores: CPU s | × floor at once | × floor | peak MB |`,
    );
    console.log('| --- | --- | --- | --- | --- | --- | --- |');
    for (const [name, costs] of this.#costs) console.log(`| ${[name, ...this.#columns(costs)].join(' | ')} |`);
    console.log('\nThe one process × the floor of its own round, the middle of the rounds (lowest to highest):');
    console.log(
      `one core ${this.#pairs(FLOOR, 'one')}; all cores, to the floor at once ${this.#pairs(FLOOR_AT_ONCE, 'all')},`,
    );
    console.log(`to the floor one after another ${this.#pairs(FLOOR, 'all')}.`);
  }

  #columns({ one, all }: Record<Cores, Cost[]>): string[] {
    const peak = Math.max(0, ...[...one, ...all].map(({ peakMb }) => peakMb));
    return [
      ...[lowest(one)?.toFixed(1) ?? '', this.#share(one, FLOOR, 'one')],
      ...[lowest(all)?.toFixed(1) ?? '', this.#share(all, FLOOR_AT_ONCE, 'all'), this.#share(all, FLOOR, 'all')],
      peak > 0 ? peak.toFixed(0) : '',
    ];
  }

  #share(costs: readonly Cost[], floor: string, cores: Cores): string {
    const [cost, least] = [lowest(costs), lowest(this.#costs.get(floor)?.[cores] ?? [])];
    return cost && least ? (cost / least).toFixed(3) : '';
  }

  #pairs(floor: string, cores: Cores): string {
    const [films = [], floors = []] = [ONE_PROCESS, floor].map((name) => this.#costs.get(name)?.[cores]);
    const shares = films.map(({ cpuSeconds }, round) => cpuSeconds / (floors[round]?.cpuSeconds ?? Number.NaN));
    const [first, middle, last] = [0, Math.floor(shares.length / 2), shares.length - 1].map((at) =>
      shares.toSorted((a, b) => a - b)[at]?.toFixed(3),
    );
    return `${middle} (${first} to ${last})`;
  }
}

function lowest(costs: readonly Cost[]): number | undefined {
  return costs.length > 0 ? Math.min(...costs.map(({ cpuSeconds }) => cpuSeconds)) : undefined;
}
