// What `npm start` and `npm test` run. Plain JavaScript that Node 20 reads: it may have nothing but itself.
// Installs what the lock file names, finds or installs FFmpeg and the sandbox as far as it may, then hands over to the
// packaged Node. Signals go through to what it started; its exit code is ours.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants as system } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bringPrograms } from './programs.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [goal = 'start', ...rest] = process.argv.slice(2);
const packagedNode = join(root, 'node_modules', '.bin', 'node');

process.chdir(root);
installPackages();
await bringPrograms(root, goal === 'test' || goal === 'soak' ? ['ffmpeg', 'bwrap', 'chromium'] : ['ffmpeg', 'bwrap']);
await handOver();

function installPackages() {
  const stamp = join(root, 'node_modules', '.prerna-installed');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  try {
    accessSync(root, constants.W_OK);
  } catch {
    console.error(`prerna: this user may not write in ${root}. Run as its owner, or clone into a folder of your own.`);
    process.exit(1);
  }
  console.error('prerna: installing packages (once; some 20 s) …');
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) {
    console.error('prerna: npm ci failed. Check the network and the disk, then run the same command again.');
    process.exit(done.status ?? 1);
  }
  writeFileSync(stamp, wanted);
}

async function handOver() {
  if (goal === 'setup') return;
  if (goal === 'test') {
    await run(packagedNode, [join(root, 'scripts/check/check.mjs')]);
    return run(
      packagedNode,
      [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'test/vitest.config.ts', ...rest],
      'last',
    );
  }
  if (goal === 'soak') {
    const [what, ...others] = rest;
    const script = what === 'films' ? 'soak-films.mjs' : 'soak.mjs';
    return run(packagedNode, [join(root, 'scripts', script), ...(what === 'films' ? others : rest)], 'last');
  }
  return run(packagedNode, [join(root, 'scripts/prerna.mjs'), 'serve', ...rest], 'last');
}

/** Runs a program in our place; ends this process with its code unless it succeeded and is not the last. */
function run(program, args, last) {
  return new Promise((resolve) => {
    const path = `${join(root, 'node_modules/.bin')}:${process.env.PATH}`;
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } });
    const forward = (signal) => child.kill(signal);
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, forward);
    child.on('error', (error) => {
      console.error(`prerna: ${error.message}`);
      process.exit(1);
    });
    child.on('exit', (code, signal) => {
      for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.off(name, forward);
      const status = code ?? 128 + (system.signals[signal] ?? 0);
      if (last || status !== 0) process.exit(status);
      resolve();
    });
  });
}
