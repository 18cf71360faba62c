// Finds programs that no npm package brings, or asks apt-get for them where it may (root on Debian).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const PROGRAMS = {
  ffmpeg: {
    packages: ['ffmpeg'],
    found: (root) =>
      isFfmpeg(process.env.FFMPEG_PATH) ||
      isFfmpeg(staticFfmpeg(root)) ||
      isFfmpeg('ffmpeg') ||
      downloadStaticFfmpeg(root),
    without:
      'No FFmpeg 5.1 or newer was found. Install one (Debian: apt-get install ffmpeg) or set FFMPEG_PATH. Until then clips can be sent but not made into films.',
  },
  bwrap: {
    packages: ['bubblewrap'],
    found: () => runs('bwrap', ['--version']),
    without:
      'bubblewrap was not found: films are read with fewer walls around FFmpeg (prerna doctor says which tier holds).',
  },
  chromium: {
    packages: ['chromium', 'fonts-noto-core'],
    found: () => runs('chromium', ['--version']),
    without: 'Chromium was not found: browser tests are skipped.',
  },
};

/** Brings each named program if it is missing and can be brought; says in a sentence what is missing otherwise. */
export async function bringPrograms(root, names) {
  const missing = names.filter((name) => !PROGRAMS[name].found(root));
  if (missing.length === 0) return;
  installByApt(missing.flatMap((name) => PROGRAMS[name].packages));
  for (const name of missing) if (!PROGRAMS[name].found(root)) console.error(`prerna: ${PROGRAMS[name].without}`);
}

function installByApt(packages) {
  if (process.getuid?.() !== 0 || !runs('apt-get', ['--version'])) return;
  console.error(`prerna: installing ${packages.join(', ')} (once) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function runs(program, args) {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

function isFfmpeg(program) {
  if (!program) return false;
  const done = spawnSync(program, ['-hide_banner', '-version'], { encoding: 'utf8' });
  const version = /^ffmpeg version n?(\d+)\.(\d+)/.exec(done.stdout ?? '');
  // A git build ("N-12345") has no number: believe it, doctor looks closer.
  if (!version) return done.status === 0;
  return Number(version[1]) > 5 || (Number(version[1]) === 5 && Number(version[2]) >= 1);
}

function staticFfmpeg(root) {
  const folder = join(root, 'node_modules', 'ffmpeg-static');
  const name = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg';
  return existsSync(join(folder, name)) ? join(folder, name) : undefined;
}

/** ffmpeg-static's own installer, which no npm script runs for us: 60 s, and failing is harmless. */
function downloadStaticFfmpeg(root) {
  const require = createRequire(join(root, 'package.json'));
  try {
    const installer = require.resolve('ffmpeg-static/install.js');
    console.error('prerna: fetching FFmpeg (once; up to a minute) …');
    spawnSync(process.execPath, [installer], { cwd: root, stdio: 'ignore', timeout: 60_000 });
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
  }
  return isFfmpeg(staticFfmpeg(root));
}
