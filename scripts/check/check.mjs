// `npm run check`: every gate, all of them run even when one fails, so that one look shows everything.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkArrows } from './arrows.mjs';
import { checkPresets } from './presets.mjs';
import { checkRooms } from './rooms.mjs';

const root = process.argv[2] ?? dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const bin = (name) => join(root, 'node_modules', '.bin', name);

function run(name, args) {
  const done = spawnSync(bin(name), args, { cwd: root, encoding: 'utf8' });
  return done.status === 0 ? [] : [`${done.stdout ?? ''}${done.stderr ?? ''}${done.error ?? ''}`.trim()];
}

const gates = {
  'format and lint': () => run('biome', ['check', '--max-diagnostics=40', '.']),
  types: () => run('tsc', ['--noEmit']),
  arrows: () => checkArrows(root),
  'rooms and sizes': () => checkRooms(root),
  'preset data': () => checkPresets(root),
  'dead exports': () => run('knip', ['--config', 'scripts/check/knip.json', '--no-progress']),
};

let failed = 0;
for (const [name, gate] of Object.entries(gates)) {
  const started = performance.now();
  const findings = await gate();
  const took = `${((performance.now() - started) / 1000).toFixed(1)} s`;
  console.log(`${findings.length === 0 ? 'ok  ' : 'FAIL'} ${name} (${took})`);
  for (const finding of findings) console.log(finding.replace(/^/gm, '     '));
  if (findings.length > 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
