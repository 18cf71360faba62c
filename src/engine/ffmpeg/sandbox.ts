import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaTools } from './find-tools.ts';
import { tryWalls } from './try-walls.ts';
import { buildWalls, type SandboxTier, type WalledRun, type WallPrograms } from './walls.ts';

/** The walls that hold on this machine, tried at start. */
export interface Sandbox {
  readonly tier: SandboxTier;
  /** A live trial showed that a run can neither read a file it was not given nor connect out. */
  readonly proved: boolean;
  /** Sentences for doctor: why no stronger tier is used, what the used one does not hold. */
  readonly reasons: readonly string[];
  /** The command line with its walls in front. */
  wall(run: WalledRun): string[];
}

export interface SandboxWish {
  readonly mode: 'auto' | 'required' | 'off';
  readonly searchPath: readonly string[];
}

/** PRERNA_SANDBOX=required and no walls hold: no film may be touched. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError';
}

/** Tries the tiers from the strongest on. `auto` takes the strongest that runs at all, `required` only one that is proved (else throws SandboxError). */
export async function proveSandbox(wish: SandboxWish, tools: MediaTools): Promise<Sandbox> {
  const programs = await findWallPrograms(wish.searchPath);
  const reasons: string[] = [];
  if (wish.mode === 'off') return sandboxOf('none', programs, false, ['PRERNA_SANDBOX=off: FFmpeg runs without walls']);
  for (const tier of ['bubblewrap', 'plain'] as const) {
    const wall = (run: WalledRun) => buildWalls(tier, programs, run);
    const trial = isInstalled(tier, programs) ? await tryWalls(wall, tools) : { runs: false, gaps: ['not installed'] };
    reasons.push(...trial.gaps.map((gap) => `${tier}: ${gap}`));
    if (trial.runs && trial.gaps.length === 0) return sandboxOf(tier, programs, true, reasons);
    if (trial.runs && wish.mode === 'auto' && tier === 'plain') return sandboxOf(tier, programs, false, reasons);
  }
  if (wish.mode === 'required')
    throw new SandboxError(
      `PRERNA_SANDBOX=required, but no walls hold (${reasons.join('; ')}). Debian: apt-get install -y bubblewrap, and allow user namespaces.`,
    );
  return sandboxOf('none', programs, false, reasons);
}

/** One tier as it is, untried: for tests, and for looking at a weaker tier on a machine that has a stronger one. */
export async function chooseSandbox(tier: SandboxTier, searchPath: readonly string[]): Promise<Sandbox> {
  return sandboxOf(tier, await findWallPrograms(searchPath), false, ['chosen, not tried']);
}

function sandboxOf(tier: SandboxTier, programs: WallPrograms, proved: boolean, reasons: readonly string[]): Sandbox {
  return { tier, proved, reasons, wall: (run) => buildWalls(tier, programs, run) };
}

function isInstalled(tier: SandboxTier, programs: WallPrograms): boolean {
  if (process.platform !== 'linux') return false;
  return tier === 'bubblewrap' ? programs.bwrap !== undefined : (programs.prlimit && programs.setpriv) !== undefined;
}

async function findWallPrograms(searchPath: readonly string[]): Promise<WallPrograms> {
  const [env, bwrap, prlimit, setpriv] = await Promise.all(
    ['env', 'bwrap', 'prlimit', 'setpriv'].map((name) => findProgram(name, searchPath)),
  );
  return { env, bwrap, prlimit, setpriv };
}

async function findProgram(name: string, searchPath: readonly string[]): Promise<string | undefined> {
  for (const folder of searchPath) {
    const path = join(folder, name);
    if (await isExecutable(path)) return path;
  }
  return undefined;
}

function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
