#!/usr/bin/env node
// The guard at every entry: finds a Node that can run us, builds when the source has changed, then runs the command.
// Plain JavaScript that Node 20 reads. better-sqlite3 13 crashes without a word on Node < 22.14, hence the floor.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [major, minor] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 14)) {
  endWithLauncher();
  const { build } = await import('./build.mjs');
  const entry = await build(root);
  const { main } = await import(pathToFileURL(entry).href);
  await main(process.argv.slice(2));
} else {
  const packaged = join(root, 'node_modules', '.bin', 'node');
  if (!existsSync(packaged)) {
    console.error(
      `Prerna needs Node 22.14 or newer (this is ${process.versions.node}). Run "npm start" once: it installs one.`,
    );
    process.exit(1);
  }
  // A service may outlive whoever started it; what was ordered from a terminal or a script may not. The channel tells.
  const outlives = ['serve', 'work', 'demo'].includes(process.argv[2]);
  const stdio = ['inherit', 'inherit', 'inherit', ...(outlives ? [] : ['ipc'])];
  const env = outlives ? process.env : { ...process.env, PRERNA_LAUNCHED: '1' };
  const child = spawn(packaged, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio, env });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

/** The launcher's channel closes when it dies, even by kill -9: then the command stops as by SIGTERM, and nothing is published. */
function endWithLauncher() {
  const launched = process.env.PRERNA_LAUNCHED === '1' && process.channel;
  delete process.env.PRERNA_LAUNCHED;
  if (!launched) return;
  process.once('disconnect', () => {
    if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(128 + constants.signals.SIGTERM);
  });
  process.channel.unref();
}
