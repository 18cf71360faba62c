import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * A name for this process that others on the machine can test for life: `place#boot#pid#start`. `place` tells containers
 * apart (they share neither host name nor process numbers); `start` tells a process from a later one with its number.
 */
export function holderName(): string {
  return [place(), bootId(), process.pid, startTicks(process.pid) ?? 'unknown'].join('#');
}

/**
 * True only when the holder surely lives no more: a process of this very place that is not there, or of its earlier boot.
 * False when it lives or nobody here can know (another machine, no /proc): then the lease has to run out.
 */
export function isSurelyGone(holder: string): boolean {
  const [itsPlace, boot, pid, start] = holder.split('#');
  if (!itsPlace || itsPlace !== place() || start === 'unknown' || boot === 'unknown') return false;
  return boot !== bootId() || startTicks(Number(pid)) !== start;
}

function place(): string {
  return `${hostname()}/${firstOf(() => readlinkSync('/proc/self/ns/pid')) ?? process.platform}`;
}

function bootId(): string {
  return firstOf(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()) ?? 'unknown';
}

/** When a process started, in ticks since boot; undefined when there is no such process, a zombie, or no /proc. */
function startTicks(pid: number): string | undefined {
  const line = firstOf(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  // After the name in brackets, which may hold spaces: state is field 3, start time field 22 (proc_pid_stat(5)).
  const fields = line?.slice(line.lastIndexOf(')') + 2).split(' ');
  return fields?.[0] === 'Z' ? undefined : fields?.[19];
}

/** A look at /proc, or undefined where it is not to be had (another system, a process that has ended). */
function firstOf(look: () => string): string | undefined {
  try {
    return look();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return undefined;
    throw cause;
  }
}
