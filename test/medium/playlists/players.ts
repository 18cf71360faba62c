import { execFile, spawnSync } from 'node:child_process';
import { basename } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const isRoot = process.getuid?.() === 0;
// nobody, on every Unix the user without rights: with us it must only read the films.
const AS_NOBODY = ['--reuid', '65534', '--regid', '65534', '--clear-groups'];

export const has = (program: string) => spawnSync('sh', ['-c', 'command -v "$0"', program]).status === 0;
export const hasMpv = has('mpv');
/** VLC refuses to run as root; there it needs a tool to become nobody. */
export const hasVlc = has('cvlc') && (!isRoot || has('setpriv'));

/** The films that a player opened, in order, when it came to the end of the last one; throws when it ends otherwise. */
export async function playWithVlc(list: string, home: string): Promise<string[]> {
  const words = ['cvlc', '--vout', 'dummy', '--aout', 'dummy', '--play-and-exit', '-vv', list];
  const [program = '', ...args] = isRoot ? ['setpriv', ...AS_NOBODY, ...words] : words;
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_DATA_HOME: home };
  const { stderr } = await run(program, args, { timeout: 120_000, env, maxBuffer: 64 * 1024 * 1024 });
  const opened = [...stderr.matchAll(/`([^']+)' successfully opened/g)];
  const rest = stderr.slice(opened.at(-1)?.index ?? stderr.length);
  if (!rest.includes('main input debug: EOF reached'))
    throw new Error(`VLC did not reach the end: ${rest.slice(-2000)}`);
  // The list itself is opened first.
  return opened.map(([, address = '']) => basename(address)).filter((name) => !list.endsWith(name));
}

export async function playWithMpv(list: string): Promise<string[]> {
  const quiet = ['--no-config', '--vo=null', '--ao=null', '--untimed'];
  const { stdout } = await run('mpv', [...quiet, list], { timeout: 120_000 });
  if (!stdout.trimEnd().endsWith('Exiting... (End of file)')) throw new Error(`mpv did not reach the end: ${stdout}`);
  return [...stdout.matchAll(/^Playing: (.+)$/gm)]
    .map(([, path = '']) => basename(path))
    .filter((name) => !list.endsWith(name));
}
