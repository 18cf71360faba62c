import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** One of two works that are measured against each other. */
export interface Side {
  /** A folder that stands in the command line of each program of this side and of none of the other. */
  readonly folder: string;
  work(): Promise<void>;
}

// Long beside the 0.2 ms in which a core's 2 MB cache is filled anew, short beside the seconds for which a machine is slowed.
const TURN_MS = 500;
const LOOK_MS = 50;

/**
 * Does both works, half a second of the one's programs and then of the other's, so that whatever slows the machine slows both
 * alike: their CPU seconds can be compared within a round. When one has ended the other runs on alone. Rejects as the first
 * work does that failed, after both have ended. Linux alone: it reads who runs from `/proc`.
 */
export async function takeTurns(sides: readonly [Side, Side]): Promise<void> {
  const running = new Set<Side>(sides);
  const ended = Promise.allSettled(sides.map((side) => side.work().finally(() => running.delete(side))));
  for (let look = 0; running.size > 0; look += 1) {
    const turn = sides[Math.floor((look * LOOK_MS) / TURN_MS) % sides.length];
    const children = await childrenOf(process.pid);
    for (const side of running) {
      const goes = side === turn || running.size === 1;
      for (const child of children) if (await isOf(side, child)) await signalAll(child, goes ? 'SIGCONT' : 'SIGSTOP');
    }
    await sleep(LOOK_MS);
  }
  for (const end of await ended) if (end.status === 'rejected') throw end.reason;
}

async function isOf({ folder }: Side, pid: number): Promise<boolean> {
  return (await readProcess(pid, 'cmdline')).includes(`${folder}/`);
}

/** A program and all that it started: behind walls FFmpeg is a child's child. */
async function signalAll(pid: number, signal: 'SIGCONT' | 'SIGSTOP'): Promise<void> {
  for (const child of await childrenOf(pid)) await signalAll(child, signal);
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

async function childrenOf(pid: number): Promise<number[]> {
  const said = await readProcess(pid, `task/${pid}/children`);
  return said.split(' ').filter(Boolean).map(Number);
}

/** Empty for a process that has just ended. */
async function readProcess(pid: number, file: string): Promise<string> {
  try {
    return await readFile(`/proc/${pid}/${file}`, 'utf8');
  } catch (error) {
    if (isGone(error)) return '';
    throw error;
  }
}

function isGone(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ESRCH';
}
