import { readdirSync, readFileSync } from 'node:fs';

/** A process, told from a later one of the same number by its start. */
export interface Seen {
  readonly pid: number;
  readonly startedAt: string;
}

/** Every process under `pid`, with its start, so that a number used again is not taken for it. */
export function listDescendants(pid: number): Seen[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? []);
  const under = (parent: number): Seen[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...under(one.pid)]);
  return under(pid);
}

export function isSameProcess({ pid, startedAt }: Seen): boolean {
  const now = readProcess(pid);
  return now !== undefined && now.startedAt === startedAt && now.state !== 'Z';
}

function readProcess(pid: number): (Seen & { parent: number; state: string }) | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ');
    return { pid, state: fields[0] ?? '', parent: Number(fields[1]), startedAt: fields[19] ?? '' };
  } catch {
    // It ended between the listing and this look.
    return undefined;
  }
}
