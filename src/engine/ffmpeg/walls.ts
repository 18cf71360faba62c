import { dirname } from 'node:path';

/** How strongly FFmpeg is walled in: own view of disk and network · limits and death with its parent · nothing. */
export type SandboxTier = 'bubblewrap' | 'plain' | 'none';

/** Helpers of the system, whole paths; undefined where they are not installed. */
export interface WallPrograms {
  readonly env: string | undefined;
  readonly bwrap: string | undefined;
  readonly prlimit: string | undefined;
  readonly setpriv: string | undefined;
}

/** What one walled run sees. `argv` begins with the program's whole path. */
export interface WalledRun {
  readonly argv: readonly string[];
  readonly reads: readonly string[];
  readonly writes?: string | undefined;
}

// Shared libraries and fonts; not all of /usr, below which a project may lie (/usr/src/app).
const SYSTEM_FOLDERS = ['/usr/lib', '/usr/lib32', '/usr/lib64', '/usr/share', '/usr/local/lib', '/usr/local/share'];
const SYSTEM_FILES = ['/etc/ld.so.cache', '/etc/alternatives', '/etc/fonts', '/var/cache/fontconfig'];

// 1 GiB breaks x264 at 1080p; 3 GiB holds a five-preset render and stops a decoder's memory bomb.
const ADDRESS_SPACE_BYTES = 3 * 2 ** 30;

/** The whole command line of a walled run: pure. Paths inside are the paths outside, so tokens need no rewriting. */
export function buildWalls(tier: SandboxTier, programs: WallPrograms, run: WalledRun): string[] {
  const limits = programs.prlimit
    ? [programs.prlimit, `--as=${ADDRESS_SPACE_BYTES}`, '--core=0', '--nofile=256', '--']
    : [];
  if (tier === 'none') return [...cleanEnvironment(programs), ...run.argv];
  if (tier === 'plain') return [...cleanEnvironment(programs), ...limits, ...plainWalls(programs), ...run.argv];
  return [...cleanEnvironment(programs), ...limits, ...bubblewrap(programs, run), ...run.argv];
}

// The service's environment holds passwords: FFmpeg sees none of it.
function cleanEnvironment({ env }: WallPrograms): string[] {
  return env ? [env, '-i', 'PATH=/usr/bin:/bin', 'LANG=C.UTF-8', 'HOME=/nonexistent'] : [];
}

function plainWalls({ setpriv }: WallPrograms): string[] {
  return setpriv ? [setpriv, '--no-new-privs', '--pdeathsig', 'KILL', '--'] : [];
}

function bubblewrap({ bwrap }: WallPrograms, run: WalledRun): string[] {
  return [
    bwrap ?? 'bwrap',
    ...['--unshare-all', '--die-with-parent', '--new-session', '--cap-drop', 'ALL'],
    ...SYSTEM_FOLDERS.flatMap((folder) => ['--ro-bind-try', folder, folder]),
    ...SYSTEM_FILES.flatMap((file) => ['--ro-bind-try', file, file]),
    // Distributions with a merged /usr link these; the others have folders of their own.
    ...['/lib', '/lib32', '/lib64'].flatMap((folder) => ['--ro-bind-try', folder, folder]),
    ...['--proc', '/proc', '--dev', '/dev', '--tmpfs', '/tmp'],
    ...bindings(run),
    '--',
  ];
}

/** Outer folders before what lies in them, or the outer one would hide it. */
function bindings({ argv: [program = ''], reads, writes }: WalledRun): string[] {
  const rows = [
    ...[dirname(program), ...reads].map((path) => ({ path, words: ['--ro-bind', path, path] })),
    ...(writes === undefined ? [] : [{ path: writes, words: ['--bind', writes, writes] }]),
  ];
  return rows.sort((a, b) => a.path.length - b.path.length).flatMap((row) => row.words);
}
