import type { Cost } from './counted-runner.ts';

/** What the programs ran on: one core alone, or all that there are. */
export type Cores = 'one' | 'all';

export const FLOOR = 'floor, one after another';
export const FLOOR_AT_ONCE = 'floor, all at once';
export const ONE_PROCESS = '**one process**';

/** The lowest cost of each way, and what it is beside its floor. */
export class CostTable {
  readonly #lowest = new Map<string, Partial<Record<Cores, Cost>>>();

  keep(name: string, cores: Cores, cost: Cost | undefined): void {
    const before = this.#lowest.get(name);
    const known = before?.[cores];
    if (!cost || (known && known.cpuSeconds <= cost.cpuSeconds)) return;
    this.#lowest.set(name, { ...before, [cores]: cost });
  }

  print(title: string): void {
    console.log(
      `\n**${title}**\n\n| way | one core: CPU s | × floor | all cores: CPU s | × floor at once | × floor | peak MB |`,
    );
    console.log('| --- | --- | --- | --- | --- | --- | --- |');
    for (const [name, costs] of this.#lowest) console.log(`| ${[name, ...this.#columns(costs)].join(' | ')} |`);
  }

  #columns({ one, all }: Partial<Record<Cores, Cost>>): string[] {
    const peak = Math.max(one?.peakMb ?? 0, all?.peakMb ?? 0);
    return [
      ...[one?.cpuSeconds.toFixed(1) ?? '', this.#share(one, FLOOR, 'one')],
      ...[all?.cpuSeconds.toFixed(1) ?? '', this.#share(all, FLOOR_AT_ONCE, 'all'), this.#share(all, FLOOR, 'all')],
      peak > 0 ? peak.toFixed(0) : '',
    ];
  }

  #share(cost: Cost | undefined, floor: string, cores: Cores): string {
    const least = this.#lowest.get(floor)?.[cores];
    return cost && least ? (cost.cpuSeconds / least.cpuSeconds).toFixed(3) : '';
  }
}
